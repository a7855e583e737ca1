// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import java.util.Optional;

/// A transport address at which an agent may be reached, as an `a=candidate` line carries it (RFC 8839 section 5.1).
///
/// @param host a literal address or a name; a name is never resolved here
public record Candidate(String foundation, Transport transport, long priority, String host, int port, Type type) {

    /// How the address is spoken to; TCP candidates are passive ones (RFC 6544).
    public enum Transport {
        UDP,
        TCP
    }

    public enum Type {
        HOST,
        SRFLX,
        PRFLX,
        RELAY
    }

    /// Reads the value of a candidate attribute, with or without `candidate:` in front; empty when it is malformed.
    public static Optional<Candidate> parse(String line) {
        return Optional.empty();
    }
}
