// SPDX-License-Identifier: Apache-2.0
/// What an app is told of a call, as values. Depends on no other package.
@NullMarked
package dev.duet.client.call.state;

import org.jspecify.annotations.NullMarked;
