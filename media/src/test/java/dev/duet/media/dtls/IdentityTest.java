// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @RepeatedTest(20)
    void the_certificate_is_valid_and_signed_by_its_key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] encoded = SelfSigned.certificate(pair, new SecureRandom(), NOW, Duration.ofDays(3650));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        certificate.verify(pair.getPublic());
        certificate.checkValidity(Date.from(NOW));
        assertThat(certificate.getPublicKey()).isEqualTo(pair.getPublic());
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=duet");
        assertThat(certificate.getEncoded()).isEqualTo(encoded);
    }

    @Test
    void dates_from_2050_on_have_years_of_four_digits() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        byte[] encoded = SelfSigned.certificate(pair, new SecureRandom(), NOW, Duration.ofDays(36_500));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        assertThat(certificate.getNotAfter()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(36_500))));
        assertThat(certificate.getNotBefore()).isEqualTo(Date.from(NOW.minus(Duration.ofDays(1))));
    }

    @Test
    void two_processes_are_two_identities() {
        SecureRandom random = new SecureRandom();
        assertThat(Identity.create(random, NOW).fingerprint())
                .isNotEqualTo(Identity.create(random, NOW).fingerprint());
    }
}
