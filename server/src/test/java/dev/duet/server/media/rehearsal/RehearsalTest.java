// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.Credentials;
import dev.duet.media.srtp.gcm.AesGcm;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void a_call_of_the_server_with_itself_comes_to_flowing_media() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Identity identity = Identity.create(new SecureRandom(), Instant.EPOCH);
            assertThat(Rehearsal.run(identity, new Random(1), AesGcm.Engine.PLATFORM, threads))
                    .isTrue();
        }
    }

    @Test
    void the_offer_is_one_that_an_answerer_takes() {
        String offer = RehearsalOffer.text(0, Fingerprint.sha256(new byte[] {1}), Credentials.random(new Random(1)));
        assertThat(offer).startsWith("v=0\r\n").contains("a=ssrc-group:FID 1000 1001\r\n");
    }
}
