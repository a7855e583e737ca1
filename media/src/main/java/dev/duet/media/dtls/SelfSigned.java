// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import static dev.duet.media.dtls.Der.SEQUENCE;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// A minimal X.509 certificate that its own ECDSA key signed (RFC 5280 section 4.1), written in DER.
///
/// By hand, because a server makes one before it can serve, and the first class of Bouncy Castle costs it most of a
/// second.
public final class SelfSigned {
    /// How far a peer's clock may be behind ours.
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final int EXTENSIONS = Der.TAGGED + 3;

    /// ecdsa-with-SHA256, 1.2.840.10045.4.3.2.
    private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("06082a8648ce3d040302");

    /// The attribute commonName, 2.5.4.3.
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /// From here on the year has four digits (RFC 5280 section 4.1.2.5).
    private static final Instant FOUR_DIGITS = Instant.parse("2050-01-01T00:00:00Z");

    private SelfSigned() {}

    /// A certificate of a key on P-256, valid from a day ago.
    ///
    /// @param extensions each an element of RFC 5280 section 4.2, or none
    public static byte[] certificate(
            KeyPair pair, SecureRandom random, Instant now, Duration lifetime, byte[]... extensions)
            throws GeneralSecurityException {
        byte[] algorithm = Der.of(SEQUENCE, ECDSA_SHA256);
        byte[] name = Der.of(
                SEQUENCE,
                Der.of(
                        Der.SET,
                        Der.of(
                                SEQUENCE,
                                COMMON_NAME,
                                Der.of(Der.UTF8_STRING, "duet".getBytes(StandardCharsets.US_ASCII)))));
        byte[] toSign = Der.of(
                SEQUENCE,
                Der.of(Der.TAGGED, Der.of(Der.INTEGER, new byte[] {2})),
                Der.of(
                        Der.INTEGER,
                        new BigInteger(64, random).add(BigInteger.ONE).toByteArray()),
                algorithm,
                name,
                Der.of(SEQUENCE, time(now.minus(CLOCK_SKEW)), time(now.plus(lifetime))),
                name,
                pair.getPublic().getEncoded(),
                extensions.length == 0 ? new byte[0] : Der.of(EXTENSIONS, Der.of(SEQUENCE, extensions)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(toSign);
        return Der.of(SEQUENCE, toSign, algorithm, Der.of(Der.BIT_STRING, new byte[] {0}, signature.sign()));
    }

    private static byte[] time(Instant at) {
        return at.isBefore(FOUR_DIGITS)
                ? Der.of(Der.UTC_TIME, UTC_TIME.format(at).getBytes(StandardCharsets.US_ASCII))
                : Der.of(Der.GENERALIZED_TIME, GENERALIZED_TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }
}
