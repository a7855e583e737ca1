// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerCheckTest {
    private static final String OFFER = "v=0\r\nm=audio 9 X 1\r\nm=video 9 X 2\r\na=setup:actpass\r\n";
    private static final String ANSWER = """
            v=0
            a=ice-ufrag:u
            a=ice-pwd:p
            a=fingerprint:sha-256 00
            m=audio 9 X 1
            a=setup:passive
            m=video 9 X 2
            a=setup:passive
            """;

    @Test
    void an_answer_with_the_sections_of_the_offer_passes() {
        assertThat(AnswerCheck.flaw(OFFER, ANSWER)).isEmpty();
    }

    @Test
    void what_would_spoil_the_connection_does_not() {
        assertThat(AnswerCheck.flaw(OFFER, "")).hasValue("it is no SDP.");
        assertThat(AnswerCheck.flaw(OFFER, "v=0" + "x".repeat(70_000))).hasValue("it is no SDP.");
        assertThat(AnswerCheck.flaw(OFFER, ANSWER.replace("m=video", "m=audio")))
                .hasValueSatisfying(why -> assertThat(why).contains("[audio, audio]", "[audio, video]"));
        assertThat(AnswerCheck.flaw(OFFER, ANSWER.replace("passive", "actpass")))
                .isPresent();
        assertThat(AnswerCheck.flaw(OFFER, ANSWER.replace("a=setup:passive\n", "")))
                .isPresent();
        assertThat(AnswerCheck.flaw(OFFER, ANSWER.replace("a=ice-pwd", "a=x"))).isPresent();
        assertThat(AnswerCheck.flaw(OFFER, ANSWER.replace("a=fingerprint", "a=x")))
                .isPresent();
    }
}
