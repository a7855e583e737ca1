// SPDX-License-Identifier: Apache-2.0
/// What is counted of incoming streams and asked of their senders: arrivals, holes, jitter, round trips, keyframe
/// wishes. Depends on `rtp` and `rtcp`.
@NullMarked
package dev.duet.media.reception;

import org.jspecify.annotations.NullMarked;
