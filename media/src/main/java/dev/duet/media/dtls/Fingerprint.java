// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The digest of a certificate as SDP announces it: `a=fingerprint:sha-256 AB:CD:…` (RFC 8122 section 5).
/// The algorithm is kept in lower case and the value in upper case, so equal fingerprints are equal records.
public record Fingerprint(String algorithm, String value) {
    /// Digest length in bytes by algorithm; MD5 and SHA-1 are left out because collisions can be made for them.
    private static final Map<String, Integer> LENGTHS = Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);

    private static final Pattern PAIRS = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2})*");
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    /// @throws IllegalArgumentException when the algorithm is not supported or the value is not its digest's length in
    /// hex pairs
    public Fingerprint {
        algorithm = algorithm.toLowerCase(Locale.ROOT);
        value = value.toUpperCase(Locale.ROOT);
        Integer length = LENGTHS.get(algorithm);
        if (length == null) {
            throw new IllegalArgumentException("fingerprint algorithm not supported");
        }
        if (value.length() != length * 3 - 1 || !PAIRS.matcher(value).matches()) {
            throw new IllegalArgumentException("fingerprint is not " + length + " hex pairs");
        }
    }

    /// Reads the value of an SDP `fingerprint` attribute; empty when it is malformed or of an algorithm that proves
    /// nothing.
    public static Optional<Fingerprint> parse(String attribute) {
        String text = attribute.strip();
        int space = text.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Fingerprint(
                    text.substring(0, space), text.substring(space + 1).strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The SHA-256 fingerprint of a certificate in DER.
    public static Fingerprint sha256(byte[] certificate) {
        return of("sha-256", certificate);
    }

    /// Whether this is the fingerprint of the certificate in DER; takes the same time for every wrong one.
    public boolean matches(byte[] certificate) {
        return MessageDigest.isEqual(
                of(algorithm, certificate).value.getBytes(StandardCharsets.US_ASCII),
                value.getBytes(StandardCharsets.US_ASCII));
    }

    /// As it stands in SDP after `a=fingerprint:`.
    @Override
    public String toString() {
        return algorithm + " " + value;
    }

    private static Fingerprint of(String algorithm, byte[] certificate) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT))
                    .digest(certificate);
            return new Fingerprint(algorithm, COLONS.formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
