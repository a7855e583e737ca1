// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.duet.media.sdp.SessionDescription;
import java.nio.charset.StandardCharsets;

class SessionDescriptionFuzzTest {

    @FuzzTest
    void no_text_breaks_the_parser_and_every_answer_can_be_read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (SessionDescription.parse(text) instanceof SessionDescription read) {
            assertThat(SessionDescription.parse(read.write())).isEqualTo(read);
        }
        SdpAnswer answer = AnswererTest.ANSWERER.answer(text, AnswererTest.LOCAL, AnswererTest.SSRCS);
        if (answer instanceof SdpAnswer.Answered answered) {
            assertThat(SessionDescription.parse(answered.answer().write())).isEqualTo(answered.answer());
            assertThat(answered.answer().sections())
                    .hasSameSizeAs(((SessionDescription) SessionDescription.parse(text)).sections());
        }
    }
}
