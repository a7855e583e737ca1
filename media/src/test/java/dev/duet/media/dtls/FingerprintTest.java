// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final byte[] CERTIFICATE = {1, 2, 3};
    private static final String VALUE =
            "03:90:58:C6:F2:C0:CB:49:2C:53:3B:0A:4D:14:EF:77:CC:0F:78:AB:CC:CE:D5:28:7D:84:A1:" + "A2:01:1C:FB:81";

    @Test
    void it_reads_what_sdp_says_in_any_case() {
        assertThat(Fingerprint.parse("SHA-256 " + VALUE.toLowerCase(Locale.ROOT)))
                .contains(Fingerprint.sha256(CERTIFICATE))
                .hasValueSatisfying(it -> assertThat(it).hasToString("sha-256 " + VALUE));
    }

    @Test
    void it_knows_its_certificate_from_another() {
        assertThat(Fingerprint.sha256(CERTIFICATE).matches(CERTIFICATE)).isTrue();
        assertThat(Fingerprint.sha256(CERTIFICATE).matches(new byte[] {1, 2})).isFalse();
    }

    @Test
    void malformed_and_weak_fingerprints_are_refused() {
        assertThat(Fingerprint.parse("")).isEmpty();
        assertThat(Fingerprint.parse("sha-256")).isEmpty();
        assertThat(Fingerprint.parse("sha-256 AB:CD")).isEmpty();
        assertThat(Fingerprint.parse("sha-256 " + VALUE.replace(':', '-'))).isEmpty();
        assertThat(Fingerprint.parse("sha-512 " + VALUE)).isEmpty();
        assertThat(Fingerprint.parse("sha-1 " + VALUE.substring(0, 59))).isEmpty();
        assertThat(Fingerprint.parse("md5 " + VALUE.substring(0, 47))).isEmpty();
    }
}
