// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.ice.Candidate;
import dev.duet.media.ice.Credentials;
import java.util.List;
import java.util.Optional;

/// What an offer and its answer agree on, as the peer and the relay need it. We are the DTLS server
/// (`a=setup:passive`).
///
/// @param candidates where the peer says it can be reached; a lite agent has no use for them
/// @param mixedExtensions whether one-byte and two-byte header extensions may mix on this leg (`a=extmap-allow-mixed`)
/// @param streams the accepted sections, at most one of each kind
public record Negotiated(
        Credentials remote,
        Fingerprint remoteFingerprint,
        List<Candidate> candidates,
        boolean mixedExtensions,
        List<NegotiatedStream> streams) {

    public Negotiated {
        candidates = List.copyOf(candidates);
        streams = List.copyOf(streams);
    }

    public Optional<NegotiatedStream> stream(StreamKind kind) {
        return streams.stream().filter(stream -> stream.kind() == kind).findFirst();
    }
}
