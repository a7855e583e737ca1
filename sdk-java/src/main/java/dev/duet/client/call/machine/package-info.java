// SPDX-License-Identifier: Apache-2.0
/// The life of one call as a pure function: which inputs lead from which stage to which, and what must be done then.
/// Depends on the states of a call, on the results of the SDK and on the numbers of `client.course`.
@NullMarked
package dev.duet.client.call.machine;

import org.jspecify.annotations.NullMarked;
