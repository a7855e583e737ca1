// SPDX-License-Identifier: Apache-2.0
/// The ICE-lite answerer of the server and the controlling side of a client (RFC 8445). Depends on `wire` and `stun`.
@NullMarked
package dev.duet.media.ice;

import org.jspecify.annotations.NullMarked;
