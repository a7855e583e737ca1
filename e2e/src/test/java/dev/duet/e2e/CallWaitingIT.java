// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallWaitingIT extends TwoBrowsers {

    @Test
    void a_second_caller_is_answered_with_the_first_on_hold_and_the_two_change_places() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        Tab carol = blue("carol");
        carol.callVoice("alice");
        alice.sees("second-call");
        alice.click("hold-answer");
        carol.sees("in-call");
        bob.sees("on-hold");
        alice.hears();
        carol.hears();

        alice.click("swap");
        carol.sees("on-hold");
        alice.seesAndHears();
        bob.seesAndHears();

        alice.click("hang-up");
        bob.seesEnd("hangup");
        alice.click("resume");
        alice.hears();
        carol.hears();
        carol.click("hang-up");
        alice.seesEnd("hangup");
        alice.noErrors();
    }

    @Test
    void a_second_caller_is_answered_with_the_first_call_ended() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        Tab carol = blue("carol");
        carol.callVideo("alice");
        alice.sees("second-call");
        alice.click("end-answer");
        bob.seesEnd("hangup");
        alice.seesAndHears();
        carol.seesAndHears();
    }

    @Test
    void a_call_on_hold_is_silent_and_resumes_where_it_was() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        bob.click("devices");
        bob.click("hold");
        alice.sees("on-hold");
        assertThat(alice.at("remote-video").evaluate("video => video.srcObject.getVideoTracks().length"))
                .isEqualTo(0);
        bob.click("resume");
        alice.seesNo("on-hold");
        bob.seesAndHears();
        alice.seesAndHears();
    }
}
