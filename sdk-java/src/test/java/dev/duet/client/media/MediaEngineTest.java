// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.MediaException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaEngineTest {
    @Test
    void a_class_path_without_an_engine_is_told_what_to_add() {
        assertThatThrownBy(MediaEngine::load)
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_ENGINE))
                .hasMessageContaining("dev.duet:duet-sdk-webrtc");
    }

    @Test
    void an_ice_server_keeps_its_secret_out_of_logs() {
        IceServer server = new IceServer(List.of("turn:turn.example.org"), "alice", "s3cret");
        assertThat(server.toString()).contains("turn.example.org").doesNotContain("s3cret");
    }

    @Test
    void an_encoding_out_of_bounds_is_a_callers_bug() {
        assertThatThrownBy(() -> Encoding.FREE.withMaxBitsPerSecond(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Encoding.FREE.withScaleDownBy(0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Encoding.FREE.withMaxFramesPerSecond(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Encoding.CAMERA.withScaleDownBy(2).maxBitsPerSecond()).isEqualTo(1_200_000);
    }
}
