// SPDX-License-Identifier: Apache-2.0
/// The UDP loops, their timers and the relays of the rooms. Depends on the media module and on ids.
@NullMarked
package dev.duet.server.media;

import org.jspecify.annotations.NullMarked;
