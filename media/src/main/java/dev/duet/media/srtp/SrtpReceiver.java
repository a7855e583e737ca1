// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import dev.duet.media.dtls.SrtpKeys;
import java.nio.ByteBuffer;

/// Checks and decrypts the packets of one direction in place. Not thread-safe: one owner.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"})
public final class SrtpReceiver {
    /// @throws IllegalArgumentException when the profile is unknown or a key or salt has not its length
    public SrtpReceiver(SrtpKeys keys) {
        throw new UnsupportedOperationException(keys.toString());
    }

    /// Turns the SRTP packet from position to limit into RTP: the limit moves forward by the tag.
    public UnprotectVerdict unprotectRtp(ByteBuffer packet) {
        throw new UnsupportedOperationException(packet.toString());
    }

    /// Turns the SRTCP packet from position to limit into RTCP: the limit moves forward by tag and index.
    public UnprotectVerdict unprotectRtcp(ByteBuffer packet) {
        throw new UnsupportedOperationException(packet.toString());
    }
}
