// SPDX-License-Identifier: Apache-2.0
/// RTCP: one type per packet kind, and what is counted to fill them: reception, loss, round trips, keyframe wishes.
/// Depends on `rtp`.
@NullMarked
package dev.duet.media.rtcp;

import org.jspecify.annotations.NullMarked;
