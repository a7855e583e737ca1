// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// The self-made ECDSA P-256 certificate and key of this process, and its source of randomness. One per server process.
public final class Identity {
    /// Far longer than a process lives; peers check the fingerprint, not the dates (RFC 8122 section 6.2).
    private static final Duration LIFETIME = Duration.ofDays(3650);

    private final SecureRandom random;
    private final PrivateKey privateKey;
    private final byte[] certificate;
    private final Fingerprint fingerprint;

    private Identity(SecureRandom random, PrivateKey privateKey, byte[] certificate) {
        this.random = random;
        this.privateKey = privateKey;
        this.certificate = certificate;
        this.fingerprint = Fingerprint.sha256(certificate);
    }

    /// Makes a new key and certificate. Handshakes draw from the same random source, on their own threads.
    public static Identity create(SecureRandom random, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            return new Identity(random, pair.getPrivate(), SelfSigned.certificate(pair, random, now, LIFETIME));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA on P-256", e);
        }
    }

    /// The SHA-256 fingerprint to announce in SDP.
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    BcTlsCrypto newCrypto() {
        return new BoundedCrypto(random);
    }

    TlsCredentialedSigner signer(TlsContext context, BcTlsCrypto crypto) throws IOException {
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                PrivateKeyFactory.createKey(privateKey.getEncoded()),
                new Certificate(new TlsCertificate[] {crypto.createCertificate(certificate)}),
                SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }
}
