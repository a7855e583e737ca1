// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.io.ByteArrayOutputStream;
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
final class SelfSigned {
    /// Far longer than a process lives; peers check the fingerprint, not the dates (RFC 8122 section 6.2).
    private static final Duration LIFETIME = Duration.ofDays(3650);

    /// How far a peer's clock may be behind ours.
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;

    /// ecdsa-with-SHA256, 1.2.840.10045.4.3.2.
    private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("06082a8648ce3d040302");

    /// The attribute commonName, 2.5.4.3.
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private SelfSigned() {}

    static byte[] certificate(KeyPair pair, SecureRandom random, Instant now) throws GeneralSecurityException {
        byte[] algorithm = der(SEQUENCE, ECDSA_SHA256);
        byte[] name = der(
                SEQUENCE,
                der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, "duet".getBytes(StandardCharsets.US_ASCII)))));
        byte[] toSign = der(
                SEQUENCE,
                der(VERSION, der(INTEGER, new byte[] {2})),
                der(INTEGER, new BigInteger(64, random).add(BigInteger.ONE).toByteArray()),
                algorithm,
                name,
                der(SEQUENCE, time(now.minus(CLOCK_SKEW)), time(now.plus(LIFETIME))),
                name,
                pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(toSign);
        return der(SEQUENCE, toSign, algorithm, der(BIT_STRING, new byte[] {0}, signature.sign()));
    }

    private static byte[] time(Instant at) {
        return der(GENERALIZED_TIME, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.size();
        if (length >= 0x100) {
            whole.write(0x82);
            whole.write(length >> 8);
        } else if (length >= 0x80) {
            whole.write(0x81);
        }
        whole.write(length);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
