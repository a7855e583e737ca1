// SPDX-License-Identifier: Apache-2.0
/// Media of one device without a room: lobbies of ringing invitations, speed tests. Depends on `line` and `agenda`.
@NullMarked
package dev.duet.call.solo;

import org.jspecify.annotations.NullMarked;
