// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final Colour RED = new Colour(200, 30, 30);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 1})
    void ground_and_bar_are_found_wherever_the_bar_stands(double position) {
        Reading reading = Reading.of(TestPicture.draw(320, 240, RED, position, 0));
        assertThat(reading.ground().distance(RED)).isLessThan(10);
        assertThat(reading.bar()).isBetween((int) (300 * position) + 5, (int) (300 * position) + 15);
    }

    @Test
    void a_plain_picture_has_no_bar() {
        assertThat(Reading.of(plain((byte) 100)).bar()).isEqualTo(-1);
    }

    @Test
    void a_white_picture_is_no_bar() {
        assertThat(Reading.of(plain((byte) 235)).bar()).isEqualTo(-1);
    }

    private static VideoFrame plain(byte luma) {
        byte[] i420 = new byte[VideoFrame.packedSize(64, 32)];
        java.util.Arrays.fill(i420, (byte) 128);
        java.util.Arrays.fill(i420, 0, 64 * 32, luma);
        return VideoFrame.ofPacked(64, 32, i420, 0);
    }
}
