// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import dev.duet.media.dtls.SrtpKeys;
import java.nio.ByteBuffer;

/// Protects the packets of one direction in place. Not thread-safe: one owner.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"})
public final class SrtpSender {
    /// @throws IllegalArgumentException when the profile is unknown or a key or salt has not its length
    public SrtpSender(SrtpKeys keys) {
        throw new UnsupportedOperationException(keys.toString());
    }

    /// Turns the RTP packet from position to limit into SRTP: the limit moves back by the tag.
    public ProtectVerdict protectRtp(ByteBuffer packet) {
        throw new UnsupportedOperationException(packet.toString());
    }

    /// Turns the compound RTCP packet from position to limit into SRTCP: the limit moves back by tag and index.
    public ProtectVerdict protectRtcp(ByteBuffer packet) {
        throw new UnsupportedOperationException(packet.toString());
    }
}
