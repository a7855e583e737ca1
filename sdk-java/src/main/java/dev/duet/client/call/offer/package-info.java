// SPDX-License-Identifier: Apache-2.0
/// What the `data` of a call's invitation says, and how it is written. Depends on the states of a call and on the
/// wire's
/// frames.
@NullMarked
package dev.duet.client.call.offer;

import org.jspecify.annotations.NullMarked;
