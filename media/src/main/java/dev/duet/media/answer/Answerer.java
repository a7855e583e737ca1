// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.ice.Credentials;
import dev.duet.media.sdp.SdpRefusal;
import dev.duet.media.sdp.SdpRefusal.Reason;
import dev.duet.media.sdp.SessionDescription;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/// Answers offers on behalf of the server (RFC 3264, RFC 9429): as ICE-lite, as the DTLS server, with one bundled
/// transport.
///
/// @param announced the UDP addresses at which clients reach the server, best first
/// @param fingerprint of the server's certificate
public record Answerer(List<InetSocketAddress> announced, Fingerprint fingerprint) {

    /// One name for all streams of the other side, so that they count as of one source (RFC 3550 section 6.5.1).
    public static final String CNAME = "duet";

    public Answerer {
        announced = List.copyOf(announced);
    }

    /// Answers with every codec that the offer and we know.
    ///
    /// @param local the credentials made for this leg
    /// @param ssrcs on which this leg will get the other side's streams
    public SdpAnswer answer(String offer, Credentials local, LegSsrcs ssrcs) {
        return answer(offer, local, ssrcs, List.of());
    }

    /// Answers with the codecs negotiated before, by the other entrant of the room, so that nothing it cannot decode is
    /// sent, or by this one. A kind of stream that was not negotiated then is answered in full.
    public SdpAnswer answer(String offer, Credentials local, LegSsrcs ssrcs, Negotiated other) {
        return answer(offer, local, ssrcs, other.streams());
    }

    private SdpAnswer answer(String offer, Credentials local, LegSsrcs ssrcs, List<NegotiatedStream> others) {
        return switch (SessionDescription.parse(offer)) {
            case SdpRefusal refusal -> new SdpAnswer.Refused(refusal);
            case SessionDescription description -> answer(new Offer(description, others), local, ssrcs);
        };
    }

    private SdpAnswer answer(Offer offer, Credentials local, LegSsrcs ssrcs) {
        SdpRefusal refusal = offer.refusal();
        if (refusal != null) {
            return new SdpAnswer.Refused(refusal);
        }
        OfferedTransport transport = offer.transport();
        Optional<Credentials> remote = transport.credentials();
        if (remote.isEmpty()) {
            return refused(
                    Reason.NO_CREDENTIALS, "Offer `a=ice-ufrag` (4 or more characters) and `a=ice-pwd` (22 or more).");
        }
        Optional<Fingerprint> proof = transport.fingerprint();
        if (proof.isEmpty()) {
            return refused(Reason.NO_FINGERPRINT, "Offer an `a=fingerprint` line with sha-256.");
        }
        if (!transport.opensDtls()) {
            return refused(Reason.WRONG_SETUP, "Offer `a=setup:actpass`: this server never opens DTLS itself.");
        }
        Negotiated negotiated = new Negotiated(
                remote.get(), proof.get(), transport.candidates(), offer.mixesExtensions(), offer.accepted());
        return new SdpAnswer.Answered(new AnswerText(this, local, ssrcs).write(offer), negotiated);
    }

    private static SdpAnswer refused(Reason reason, String message) {
        return new SdpAnswer.Refused(new SdpRefusal(reason, message));
    }
}
