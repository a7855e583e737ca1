// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import dev.duet.media.dtls.Der;
import dev.duet.media.dtls.SelfSigned;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The key and the self-made certificate with which this server speaks HTTPS to its neighbours.
public record LanCertificate(PrivateKey key, X509Certificate certificate) {
    /// Apple's systems take no certificate for longer than 825 days, and people accept a new one once a year.
    private static final Duration LIFETIME = Duration.ofDays(365);

    /// Renewed so long before its end: a server on a laptop runs for days, not for months.
    private static final Duration RENEWAL = Duration.ofDays(30);

    /// In GeneralName, RFC 5280 section 4.2.1.6.
    private static final int DNS_NAME = 0x82;

    private static final int IP_ADDRESS = 0x87;
    private static final int TYPE_IP_ADDRESS = 7;

    /// subjectAltName, 2.5.29.17.
    private static final byte[] SUBJECT_ALT_NAME = HexFormat.of().parseHex("0603551d11");

    /// basicConstraints, critical: no authority.
    private static final byte[] NO_AUTHORITY = HexFormat.of().parseHex("300c0603551d130101ff04023000");

    /// keyUsage, critical: digitalSignature.
    private static final byte[] SIGNS = HexFormat.of().parseHex("300e0603551d0f0101ff040403020780");

    /// extKeyUsage: serverAuth.
    private static final byte[] SERVES = HexFormat.of().parseHex("30130603551d25040c300a06082b06010505070301");

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /// A new one, on P-256.
    static LanCertificate create(Collection<InetAddress> addresses, SecureRandom random, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            byte[] certificate =
                    SelfSigned.certificate(pair, random, now, LIFETIME, NO_AUTHORITY, SIGNS, SERVES, names(addresses));
            return new LanCertificate(pair.getPrivate(), decode(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA on P-256", e);
        }
    }

    private static byte[] names(Collection<InetAddress> addresses) {
        Stream<byte[]> localhost = Stream.of(Der.of(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)));
        Stream<byte[]> ips = addresses.stream().map(address -> Der.of(IP_ADDRESS, address.getAddress()));
        byte[] all = Der.of(Der.SEQUENCE, Stream.concat(localhost, ips).toArray(byte[][]::new));
        return Der.of(Der.SEQUENCE, SUBJECT_ALT_NAME, Der.of(Der.OCTET_STRING, all));
    }

    private static X509Certificate decode(byte[] certificate) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    /// Whether browsers take it for each of the addresses, and will for a while.
    boolean isGoodFor(Collection<InetAddress> wanted, Instant now) {
        return addresses().containsAll(wanted)
                && certificate.getNotBefore().toInstant().isBefore(now)
                && certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWAL));
    }

    /// The addresses it is for, in its own order.
    List<InetAddress> addresses() {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.get(0).equals(TYPE_IP_ADDRESS))
                            .map(name -> InetAddress.ofLiteral((String) name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /// The key, secret, in PEM (RFC 7468).
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was decoded can be encoded", e);
        }
    }

    /// The certificate of both texts one behind the other, or empty when they do not belong together or are none.
    static Optional<LanCertificate> ofPem(String text) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(part("PRIVATE KEY", text)));
            LanCertificate both = new LanCertificate(key, decode(part("CERTIFICATE", text)));
            return both.belongTogether() ? Optional.of(both) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean belongTogether() throws GeneralSecurityException {
        byte[] words = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(words);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(words);
        return signature.verify(signed);
    }

    private static String pem(String label, byte[] content) {
        return begin(label) + "\n" + LINES.encodeToString(content) + "\n" + end(label) + "\n";
    }

    private static byte[] part(String label, String text) {
        int from = text.indexOf(begin(label));
        int to = text.indexOf(end(label));
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("there is no " + label);
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin(label).length(), to));
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }

    /// Without the key.
    @Override
    public String toString() {
        return "a certificate for " + addresses() + " until "
                + certificate.getNotAfter().toInstant();
    }
}
