// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndingsIT extends TwoBrowsers {

    @Test
    void a_rejected_call_tells_the_caller() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        alice.callVideo("bob");
        bob.sees("incoming");
        bob.click("reject");
        alice.seesEnd("reject");
        bob.seesNo("incoming");
    }

    @Test
    void a_cancelled_call_stops_ringing() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        alice.callVideo("bob");
        bob.sees("incoming");
        alice.click("cancel");
        alice.seesEnd("canceled");
        bob.seesNo("incoming");
    }

    @Test
    void an_unanswered_call_times_out_on_both_sides() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        alice.callVoice("bob");
        bob.sees("incoming");
        Duration ringing = Duration.ofSeconds(40);
        alice.seesEnd("noResponse", ringing);
        bob.seesNo("incoming");
    }

    @Test
    void a_busy_callee_sees_who_calls_and_answers_busy() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        Tab carol = red("carol");
        carol.callVideo("bob");
        bob.sees("second-call");
        bob.click("decline-busy");
        carol.seesEnd("lineBusy");
        bob.seesAndHears();
    }

    @Test
    void two_who_call_each_other_at_once_are_connected() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        alice.at("callee").fill("bob");
        bob.at("callee").fill("alice");
        long together = System.currentTimeMillis() + 1_000;
        alice.clickAt("call-video", together);
        bob.clickAt("call-video", together);
        alice.sees("in-call");
        bob.sees("in-call");
        alice.seesAndHears();
        bob.seesAndHears();
        bob.click("hang-up");
        alice.seesEnd("hangup");
    }

    @Test
    void a_callee_who_signs_in_while_it_rings_can_still_answer() {
        Tab alice = red("alice");
        alice.callVideo("bob");
        alice.sees("cancel");
        Tab bob = blue("bob");
        bob.sees("incoming");
        bob.click("accept");
        alice.seesAndHears();
        bob.seesAndHears();
    }

    @Test
    void all_tabs_of_the_callee_ring_and_the_answer_on_one_stops_the_others() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        Tab bobElsewhere = blue("bob");
        alice.callVideo("bob");
        bob.sees("incoming");
        bobElsewhere.sees("incoming");
        bob.click("accept");
        bobElsewhere.seesEnd("otherDeviceAccepted");
        bob.seesAndHears();
        alice.seesAndHears();
    }
}
