// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoiceCallIT extends TwoBrowsers {

    @Test
    void both_hear_each_other_and_no_picture_is_sent() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        alice.callVoice("bob");
        bob.sees("incoming");
        bob.click("accept");
        alice.sees("in-call");
        bob.sees("in-call");
        alice.hears();
        bob.hears();
        assertThat(alice.stats().framesDecoded()).isZero();
        bob.click("hang-up");
        alice.seesEnd("hangup");
    }
}
