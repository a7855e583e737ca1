// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.state.CallQuality;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void keys_are_small_or_capital_letters_and_nothing_else_is_one() {
        assertThat(Key.of('m')).contains(Key.MUTE);
        assertThat(Key.of('V')).contains(Key.CAMERA);
        assertThat(Key.of('h')).contains(Key.HANG_UP);
        assertThat(Key.of('Q')).contains(Key.QUIT);
        assertThat(Key.of('\n')).isEmpty();
        assertThat(Key.of(3)).isEmpty();
    }

    @Test
    void what_stands_in_for_devices_is_one_line() {
        assertThat(new Equipment(true, false, true).line())
                .contains("This machine has no camera: a test picture is sent;"
                        + " no loudspeaker: what comes is measured, not played.");
        assertThat(new Equipment(false, false, false).line()).isEmpty();
    }

    @Test
    void figures_are_one_line() {
        Figures figures = new Figures(Duration.ofSeconds(62), 640, 480, 25, 3_276.8);
        assertThat(figures.line(CallQuality.UNKNOWN))
                .startsWith("1:02 · 640x480, 25 frames/s · sound -20 dB · up unknown");
    }

    @Test
    void neither_picture_nor_sound_is_said_to_be_so() {
        Figures nothing = new Figures(Duration.ZERO, 640, 480, 0, 0);
        assertThat(nothing.line(CallQuality.UNKNOWN)).startsWith("0:00 · no picture · silence · ");
    }
}
