// SPDX-License-Identifier: Apache-2.0
/// The two peers of a room, joined: forwarding, repair, keyframes, reports and congestion feedback. Depends on `peer`,
/// `stream`, `congestion` and what is below them.
@NullMarked
package dev.duet.media.relay;

import org.jspecify.annotations.NullMarked;
