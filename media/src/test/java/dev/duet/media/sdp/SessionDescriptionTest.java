// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.answer.Offers;
import dev.duet.media.sdp.SdpRefusal.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionDescriptionTest {
    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
    private static final String SECTION = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";

    @Test
    void what_is_written_is_read_back() {
        for (String text : List.of(Offers.chromium(), Offers.firefox(), Offers.HAND_WRITTEN)) {
            SessionDescription read = (SessionDescription) SessionDescription.parse(text);
            assertThat(read.sections()).isNotEmpty();
            assertThat(SessionDescription.parse(read.write())).isEqualTo(read);
        }
    }

    @Test
    void chromiums_offer_is_written_byte_by_byte_as_it_was() {
        String offer = Offers.chromium();
        assertThat(((SessionDescription) SessionDescription.parse(offer)).write())
                .isEqualTo(offer);
    }

    @Test
    void lines_may_end_with_a_bare_line_feed_and_the_last_with_nothing() {
        String text = HEAD + SECTION + "a=mid:0";
        assertThat(SessionDescription.parse(text.replace("\r\n", "\n"))).isEqualTo(SessionDescription.parse(text));
        assertThat(SessionDescription.parse(text)).isInstanceOf(SessionDescription.class);
    }

    @Test
    void a_thousand_sections_are_refused() {
        assertRefused(HEAD + SECTION.repeat(1000), Reason.TOO_MANY_SECTIONS);
        assertRefused(HEAD + SECTION.repeat(17), Reason.TOO_MANY_SECTIONS);
        assertThat(SessionDescription.parse(HEAD + SECTION.repeat(16))).isInstanceOf(SessionDescription.class);
    }

    @Test
    void a_huge_text_is_refused_without_reading_it() {
        assertRefused("a".repeat(64 * 1024 + 1), Reason.TOO_LARGE);
        assertRefused(HEAD + "a=x:" + "y".repeat(5000) + "\r\n", Reason.MALFORMED);
    }

    @Test
    void texts_that_are_not_sdp_are_refused_with_the_line() {
        assertRefused("", Reason.MALFORMED);
        assertRefused("{\"sdp\":\"v=0\"}", Reason.MALFORMED);
        assertRefused("v=0\r\n", Reason.MALFORMED);
        assertRefused("v=1\r\no=- 1 1 IN IP4 127.0.0.1\r\n", Reason.MALFORMED);
        assertRefused(HEAD + "\r\n" + SECTION, Reason.MALFORMED);
        assertRefused(HEAD + "m=audio\r\n", Reason.MALFORMED);
        assertRefused(HEAD + "m=audio 65536 RTP/AVP 0\r\n", Reason.MALFORMED);
        assertRefused(HEAD + "a=mid:0\rm=audio 9 RTP/AVP 0\r\n", Reason.MALFORMED);
        assertRefused(HEAD + "a=:x\r\n", Reason.MALFORMED);
        assertThat(((SdpRefusal) SessionDescription.parse(HEAD + "junk\r\n")).message())
                .contains("line 5");
    }

    private static void assertRefused(String text, Reason reason) {
        assertThat(SessionDescription.parse(text))
                .isInstanceOfSatisfying(
                        SdpRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
