// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.Devices.Wish;
import dev.duet.client.media.flow.PcmChunk;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevicesTest {
    @Test
    void the_camera_mode_nearest_to_the_wish_is_taken() {
        VideoCaptureCapability small = new VideoCaptureCapability(640, 480, 30);
        VideoCaptureCapability slow = new VideoCaptureCapability(1280, 720, 10);
        VideoCaptureCapability fast = new VideoCaptureCapability(1280, 720, 30);
        assertThat(Camera.nearest(List.of(small, slow, fast), new Wish(1280, 720, 25)))
                .isEqualTo(fast);
        assertThat(Camera.nearest(List.of(small, slow, fast), new Wish(320, 240, 25)))
                .isEqualTo(small);
        assertThat(Camera.nearest(List.of(), new Wish(320, 240, 25)))
                .isEqualTo(new VideoCaptureCapability(320, 240, 25));
    }

    @Test
    void a_loudspeaker_mixes_two_channels_and_knows_its_volume() {
        short[] both = new short[960];
        both[0] = 1_000;
        both[1] = 3_000;
        byte[] bytes = Loudspeaker.bytes(PcmChunk.of(both, 48_000, 2), 50);
        assertThat(bytes).hasSize(960);
        assertThat((bytes[0] & 0xFF) | (bytes[1] << 8)).isEqualTo(1_000);
    }
}
