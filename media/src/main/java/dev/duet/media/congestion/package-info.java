// SPDX-License-Identifier: Apache-2.0
/// The transport-wide feedback of a receiver, told to the sender as if one path led from one to the other. Depends on
/// `rtp` and `rtcp`.
@NullMarked
package dev.duet.media.congestion;

import org.jspecify.annotations.NullMarked;
