// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever an app does or forgets, its JVM lives until it is done, and ends then.
class SurvivalIT {
    @Test
    void no_order_of_calls_kills_the_jvm() throws Exception {
        Jvm ended = Jvm.run(Duration.ofMinutes(2), AnyOrder.class, List.of(), "200", "1");
        assertThat(ended.output()).contains("200 orders");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void a_forgotten_connection_does_not_keep_the_jvm_alive() throws Exception {
        Jvm ended = Jvm.run(Duration.ofSeconds(20), Forgetful.class, List.of());
        assertThat(ended.output()).contains("main returns");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void an_exit_in_the_middle_of_a_call_is_an_exit() throws Exception {
        Jvm ended = Jvm.run(Duration.ofSeconds(20), Forgetful.class, List.of("-Dexit=7"));
        assertThat(ended.exit()).isEqualTo(7);
    }

    /// Sends to a server, and closes nothing.
    static final class Forgetful {
        private Forgetful() {}

        static void main(String[] args) {
            MediaServer server = MediaServer.start();
            MediaConnection media = MediaEngine.load().connect(List.of(), state -> {});
            media.sendAudio(Tone.start(440));
            media.sendVideo(MediaKind.CAMERA, TestPicture.start(160, 120, 15, new Colour(9, 99, 9)));
            media.answer(server.enter("alice", media.offer().join())).join();
            Caller.until(
                    "sound is sent",
                    () -> media.stats()
                                    .join()
                                    .sent(MediaKind.AUDIO)
                                    .orElseThrow()
                                    .packets()
                            > 5);
            server.close();
            System.out.println("main returns");
            if (System.getProperty("exit") != null) {
                System.exit(Integer.getInteger("exit"));
            }
        }
    }
}
