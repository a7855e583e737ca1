// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A transport address at which an agent may be reached, as an `a=candidate` line carries it (RFC 8839 section 5.1).
/// Its component is always 1: RTP and RTCP share a port (RFC 5761).
///
/// @param priority unsigned, higher is better
/// @param host a literal address or a name; a name is never resolved here
public record Candidate(String foundation, Transport transport, long priority, String host, int port, Type type) {
    private static final Pattern LINE = Pattern.compile(
            "(?:candidate:)?([A-Za-z0-9+/]{1,32}) 1 (udp|tcp) ([0-9]{1,10}) ([A-Za-z0-9.:_-]{1,253}) ([0-9]{1,5})"
                    + " typ (host|srflx|prflx|relay)((?: [!-~]+ [!-~]+)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final String PASSIVE = " tcptype passive";
    private static final long LARGEST_PRIORITY = 0xffff_ffffL;

    /// RFC 8445 section 5.1.2.2: 126 for host candidates.
    private static final long HOST_PREFERENCE = 126L << 24;

    /// 256 minus the component.
    private static final long COMPONENT_PART = 255;

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

    /// A host candidate of an agent that has several addresses.
    ///
    /// @param rank 0 for the best address; each has its own foundation, since no two share a base
    public static Candidate host(Transport transport, InetSocketAddress address, int rank) {
        // RFC 6544 section 4.2: UDP first. The highest bit of the local preference says so.
        long localPreference = (transport == Transport.UDP ? 0xffffL : 0x7fffL) - rank;
        return new Candidate(
                Integer.toString(rank + 1),
                transport,
                HOST_PREFERENCE | (localPreference << 8) | COMPONENT_PART,
                literal(address),
                address.getPort(),
                Type.HOST);
    }

    /// Reads the value of a candidate attribute, with or without `candidate:` in front. Empty when it is malformed, of
    /// another component, or TCP but not passive.
    public static Optional<Candidate> parse(String line) {
        Matcher match = LINE.matcher(line);
        if (line.length() > 1024 || !match.matches()) {
            return Optional.empty();
        }
        Transport transport = Transport.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        long priority = Long.parseLong(match.group(3));
        int port = Integer.parseInt(match.group(5));
        boolean passive = (match.group(7) + " ").contains(PASSIVE + " ");
        if (priority > LARGEST_PRIORITY || port > 0xffff || (transport == Transport.TCP && !passive)) {
            return Optional.empty();
        }
        Type type = Type.valueOf(match.group(6).toUpperCase(Locale.ROOT));
        return Optional.of(new Candidate(match.group(1), transport, priority, match.group(4), port, type));
    }

    /// The value of the candidate attribute, without `candidate:` in front.
    public String write() {
        return foundation + " 1 " + lower(transport) + " " + priority + " " + host + " " + port + " typ " + lower(type)
                + (transport == Transport.TCP ? PASSIVE : "");
    }

    /// The address, or empty when the host is a name: looking it up is not done here.
    public Optional<InetSocketAddress> address() {
        if (!LITERAL.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InetSocketAddress(InetAddress.ofLiteral(host), port));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String literal(InetSocketAddress address) {
        InetAddress resolved = address.getAddress();
        if (resolved == null) {
            return address.getHostString();
        }
        String text = resolved.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
