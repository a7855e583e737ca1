// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

/// The SSRC of a stream and of its retransmissions, as unsigned 32-bit values; 0 means not announced.
public record StreamSsrcs(int media, int rtx) {
    public static final StreamSsrcs NONE = new StreamSsrcs(0, 0);

    public boolean hasMedia() {
        return media != 0;
    }

    public boolean hasRtx() {
        return rtx != 0;
    }
}
