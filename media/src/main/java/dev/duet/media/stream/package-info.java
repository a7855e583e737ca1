// SPDX-License-Identifier: Apache-2.0
/// One stream as it comes in and as it goes out: sources, payload types, numbers, and packets kept to be sent again.
/// Depends on `terms`, `rtcp` and `reception`.
@NullMarked
package dev.duet.media.stream;

import org.jspecify.annotations.NullMarked;
