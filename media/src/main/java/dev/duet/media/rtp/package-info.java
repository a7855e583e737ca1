// SPDX-License-Identifier: Apache-2.0
/// RTP packets seen and rewritten in place: header view, header extensions, renumbering, RTX and RED. Depends on
/// nothing of ours.
@NullMarked
package dev.duet.media.rtp;

import org.jspecify.annotations.NullMarked;
