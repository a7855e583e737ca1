// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.ice.Candidate;
import dev.duet.media.ice.Credentials;
import dev.duet.media.sdp.MediaSection;
import dev.duet.media.sdp.SdpAttribute;
import dev.duet.media.sdp.SessionDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The one transport of a bundled offer, as its first accepted section describes it; what that section leaves out
/// stands on the session level (RFC 8843 section 7.1.3).
final class OfferedTransport {
    /// A browser on a machine with many interfaces sends about twenty.
    private static final int MOST_CANDIDATES = 64;

    private final SessionDescription offer;
    private final MediaSection tagged;

    OfferedTransport(SessionDescription offer, MediaSection tagged) {
        this.offer = offer;
        this.tagged = tagged;
    }

    Optional<Credentials> credentials() {
        return Credentials.of(
                value("ice-ufrag").orElse("").strip(),
                value("ice-pwd").orElse("").strip());
    }

    /// SHA-256 first, since every implementation has it; then whatever else proves something.
    Optional<Fingerprint> fingerprint() {
        List<Fingerprint> own = fingerprints(tagged.values("fingerprint"));
        return (own.isEmpty() ? fingerprints(sessionValues("fingerprint")) : own)
                .stream().min(Comparator.comparing(Fingerprint::algorithm));
    }

    /// Whether the peer is ready to open the DTLS connection. Without a line it is: RFC 4145 section 4 makes `active`
    /// the default of an offer.
    boolean opensDtls() {
        String setup = value("setup").orElse("active").strip();
        return setup.equals("actpass") || setup.equals("active");
    }

    List<Candidate> candidates() {
        return tagged.values("candidate")
                .limit(MOST_CANDIDATES)
                .map(Candidate::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> value(String name) {
        return tagged.value(name).or(() -> offer.value(name));
    }

    private Stream<String> sessionValues(String name) {
        return offer.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(SdpAttribute::value);
    }

    private static List<Fingerprint> fingerprints(Stream<String> values) {
        return values.map(Fingerprint::parse).flatMap(Optional::stream).toList();
    }
}
