// SPDX-License-Identifier: Apache-2.0
/// The thread that owns the UDP socket: datagrams in and out, whom they are for, timers and the turn of handshakes.
/// Depends on the media module.
@NullMarked
package dev.duet.server.media.loop;

import org.jspecify.annotations.NullMarked;
