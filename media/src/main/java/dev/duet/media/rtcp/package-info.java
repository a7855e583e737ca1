// SPDX-License-Identifier: Apache-2.0
/// RTCP: one type per packet kind, read and written. Depends on `rtp`.
@NullMarked
package dev.duet.media.rtcp;

import org.jspecify.annotations.NullMarked;
