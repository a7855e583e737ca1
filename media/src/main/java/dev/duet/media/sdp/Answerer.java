// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.ice.Credentials;
import java.net.InetSocketAddress;
import java.util.List;

/// Answers offers on behalf of the server.
///
/// @param announced the UDP addresses at which clients reach the server, best first
/// @param fingerprint of the server's certificate
public record Answerer(List<InetSocketAddress> announced, Fingerprint fingerprint) {

    public Answerer {
        announced = List.copyOf(announced);
    }

    /// Answers with every codec that the offer and we know.
    ///
    /// @param local the credentials made for this leg
    /// @param ssrcs on which this leg will get the other side's streams
    public SdpAnswer answer(String offer, Credentials local, LegSsrcs ssrcs) {
        return new SdpRefusal(SdpRefusal.Reason.NO_MEDIA, "Not answered yet.");
    }

    /// Answers with the codecs that the other entrant of the room negotiated, so that nothing it cannot decode is sent.
    public SdpAnswer answer(String offer, Credentials local, LegSsrcs ssrcs, Negotiated other) {
        return answer(offer, local, ssrcs);
    }
}
