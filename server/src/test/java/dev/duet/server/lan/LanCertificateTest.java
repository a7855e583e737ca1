// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final InetAddress WIFI = InetAddress.ofLiteral("192.168.1.23");
    private static final InetAddress CABLE = InetAddress.ofLiteral("10.0.0.5");
    private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::7");

    private final LanCertificate made = make(WIFI, SIX);

    private static LanCertificate make(InetAddress... addresses) {
        return LanCertificate.create(List.of(addresses), new SecureRandom(), NOW);
    }

    @Test
    void it_names_localhost_and_each_address() throws Exception {
        assertThat(made.certificate().getSubjectAlternativeNames())
                .containsExactly(
                        List.of(2, "localhost"), List.of(7, "192.168.1.23"), List.of(7, "2001:db8:0:0:0:0:0:7"));
        assertThat(made.addresses()).containsExactly(WIFI, SIX);
    }

    @Test
    void it_is_a_server_s_own_on_p256_that_browsers_take() throws Exception {
        X509Certificate certificate = made.certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(NOW));
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(certificate.getBasicConstraints())
                .as("not an authority, or Firefox refuses it for a server")
                .isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getKeyUsage()).startsWith(true);
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
        Duration life = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertThat(life).as("Apple's limit").isLessThan(Duration.ofDays(398));
    }

    @Test
    void it_is_good_for_its_addresses_until_a_month_before_its_end() {
        Instant end = made.certificate().getNotAfter().toInstant();
        assertThat(made.isGoodFor(List.of(WIFI), NOW)).isTrue();
        assertThat(made.isGoodFor(List.of(SIX, WIFI), NOW)).isTrue();
        assertThat(made.isGoodFor(List.of(WIFI, CABLE), NOW)).isFalse();
        assertThat(made.isGoodFor(List.of(WIFI), end.minus(Duration.ofDays(31))))
                .isTrue();
        assertThat(made.isGoodFor(List.of(WIFI), end.minus(Duration.ofDays(30))))
                .isFalse();
        assertThat(made.isGoodFor(List.of(WIFI), NOW.minus(Duration.ofDays(2)))).isFalse();
    }

    @Test
    void it_comes_back_from_its_text() {
        LanCertificate again =
                LanCertificate.ofPem(made.keyPem() + made.certificatePem()).orElseThrow();
        assertThat(again.certificate()).isEqualTo(made.certificate());
        assertThat(again.keyPem()).isEqualTo(made.keyPem());
    }

    @Test
    void a_text_that_is_none_or_half_of_one_or_mixed_from_two_is_refused() {
        LanCertificate other = make(WIFI);
        for (String text : List.of(
                "",
                "nonsense",
                made.keyPem(),
                made.certificatePem(),
                made.keyPem() + other.certificatePem(),
                made.keyPem() + made.certificatePem().replaceAll("M", "A"),
                "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----" + made.certificatePem(),
                made.keyPem().substring(0, 90) + made.certificatePem())) {
            assertThat(LanCertificate.ofPem(text)).as(text).isEmpty();
        }
    }

    @Test
    void what_is_logged_of_it_holds_no_key() {
        assertThat(made.toString()).contains("192.168.1.23").hasSizeLessThan(120);
    }
}
