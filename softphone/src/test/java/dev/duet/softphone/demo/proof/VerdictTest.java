// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.picture.Colour;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Verdict BOB = new Verdict("bob", Show.ALICE);
    private static final Seen RED = new Seen(100, new Colour(190, 35, 40), 30);
    private static final Heard LOW = new Heard(500, 480, 440);

    @Test
    void what_was_sent_is_no_fault_though_coding_changed_it_a_little() {
        assertThat(BOB.fault(RED, LOW)).isEmpty();
    }

    @Test
    void another_colour_is_named_beside_the_one_expected() {
        assertThat(BOB.fault(new Seen(100, new Colour(30, 30, 200), 30), LOW))
                .contains("bob got something else than was sent: expected was a picture of the colour #C81E1E,"
                        + " what came was one of the colour #1E1EC8.");
    }

    @Test
    void no_picture_is_a_fault() {
        assertThat(BOB.fault(Seen.NOTHING, LOW))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("what came was no picture at all."));
    }

    @Test
    void a_picture_that_stands_still_is_a_fault() {
        assertThat(BOB.fault(new Seen(100, Show.ALICE.colour(), 1), LOW))
                .hasValueSatisfying(
                        fault -> assertThat(fault).endsWith("what came was one that was seen at 1 places."));
    }

    @Test
    void another_tone_is_named_beside_the_one_expected() {
        assertThat(BOB.fault(RED, new Heard(500, 3, 660)))
                .hasValueSatisfying(fault ->
                        assertThat(fault).endsWith("expected was a tone of 440 Hz, what came was one of 660 Hz."));
    }

    @Test
    void silence_noise_and_a_tone_too_short_are_faults() {
        assertThat(BOB.fault(RED, Heard.NOTHING))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("silence."));
        assertThat(BOB.fault(RED, new Heard(500, 3, 0)))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("sound that is no tone."));
        assertThat(BOB.fault(RED, new Heard(50, 50, 440)))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("only 500 ms of it."));
    }
}
