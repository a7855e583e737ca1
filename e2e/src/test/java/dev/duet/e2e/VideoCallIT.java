// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

class VideoCallIT extends TwoBrowsers {

    @Test
    void both_see_and_hear_each_other_until_the_caller_hangs_up() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.seesColour(FakeMedia.Colour.BLUE);
        bob.seesColour(FakeMedia.Colour.RED);
        alice.click("hang-up");
        alice.seesEnd("hangup");
        bob.seesEnd("hangup");
        alice.noErrors();
        bob.noErrors();
    }

    @Test
    void both_are_told_the_same_length_of_the_call() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.click("hang-up");
        bob.sees("talked");
        String length = bob.at("talked").getAttribute("data-ms");
        assertThat(Long.parseLong(length)).isPositive();
        PlaywrightAssertions.assertThat(alice.at("talked")).hasAttribute("data-ms", length);
    }

    @Test
    void the_callee_may_hang_up_too() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        bob.click("hang-up");
        bob.seesEnd("hangup");
        alice.seesEnd("hangup");
    }

    @Test
    void camera_off_stops_the_picture_and_on_brings_it_back() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.click("camera");
        bob.until("standstill of the picture", stats -> stats.framesPerSecond() == 0);
        bob.hears();
        alice.click("camera");
        bob.seesAndHears();
    }

    @Test
    void mute_silences_the_voice_and_unmute_brings_it_back() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.click("mute");
        Silence.on(bob);
        alice.click("mute");
        bob.hears();
    }

    @Test
    void a_second_call_follows_the_first() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.click("hang-up");
        bob.seesEnd("hangup");
        alice.seesEnd("hangup");
        alice.click("close-ended");
        bob.click("close-ended");
        talkByVideo(bob, "alice", alice);
    }
}
