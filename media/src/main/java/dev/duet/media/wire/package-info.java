// SPDX-License-Identifier: Apache-2.0
/// What a datagram is, and where datagrams go. Depends on nothing.
@NullMarked
package dev.duet.media.wire;

import org.jspecify.annotations.NullMarked;
