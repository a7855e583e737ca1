// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void fresh_credentials_differ_and_have_the_length_that_the_server_relies_on() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> ufrags = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Credentials credentials = Credentials.random(random);
            assertThat(credentials.ufrag()).hasSize(12);
            assertThat(credentials.password()).hasSize(24);
            assertThat(ufrags.add(credentials.ufrag())).isTrue();
        }
    }

    @Test
    void illegal_texts_are_refused() {
        String password = "p".repeat(22);
        assertThat(Credentials.of("abcd", password)).isPresent();
        assertThat(Credentials.of("abc", password)).isEmpty();
        assertThat(Credentials.of("a:cd", password)).isEmpty();
        assertThat(Credentials.of("abcd", "p".repeat(21))).isEmpty();
        assertThat(Credentials.of("a".repeat(257), password)).isEmpty();
    }

    @Test
    void the_password_is_not_printed() {
        assertThat(new Credentials("abcd", "p".repeat(22)).toString()).doesNotContain("pp");
    }
}
