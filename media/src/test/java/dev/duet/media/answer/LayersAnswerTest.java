// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.sdp.MediaSection;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.Rids;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayersAnswerTest {
    private static final String LINES = "a=rid:h send\r\na=rid:l send\r\n";
    private static final String LIST = "a=simulcast:send h;l\r\n";

    static List<String> recorded() {
        return List.of(Offers.recorded("chromium-simulcast.sdp"), Offers.recorded("firefox-simulcast.sdp"));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void both_layers_of_a_recorded_camera_are_taken(String offer) {
        SdpAnswer.Answered answered = answered(offer);
        MediaSection camera = answered.answer().sections().get(1);
        assertThat(camera.values("rid")).containsExactly("h recv", "l recv");
        assertThat(camera.values("simulcast")).containsExactly("recv h;l");
        assertThat(camera.values("extmap")).anyMatch(line -> line.endsWith(":sdes:rtp-stream-id"));
        assertThat(camera.values("extmap")).anyMatch(line -> line.endsWith(":sdes:repaired-rtp-stream-id"));
        NegotiatedStream stream =
                answered.negotiated().stream(StreamKind.CAMERA).orElseThrow();
        assertThat(stream.rids()).isEqualTo(new Rids("h", "l"));
        // Firefox announces the layers' sources too, but not which is which.
        assertThat(stream.offered()).isEqualTo(StreamSsrcs.NONE);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void audio_and_screen_have_no_layers(String offer) {
        SdpAnswer.Answered answered = answered(offer);
        for (int i : new int[] {0, 2}) {
            assertThat(answered.answer().sections().get(i).has("simulcast")).isFalse();
            assertThat(answered.answer().sections().get(i).values("extmap"))
                    .noneMatch(line -> line.contains("stream-id"));
        }
        assertThat(answered.negotiated().stream(StreamKind.SCREEN).orElseThrow().rids())
                .isEqualTo(Rids.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "f;h;q, f, q",
        "h;m;l, h, l",
        "l;h, h, l",
        "only, only, ''",
        "a;b, a, b",
        "~h;~l, h, l",
        "'h,x;l,y', h, l",
        "h;h, h, ''",
        "h;unheard-of, h, ''",
    })
    void other_names_and_numbers_of_layers_are_taken_for_what_they_mean(String list, String big, String small) {
        StringBuilder lines = new StringBuilder();
        for (String rid : List.of("h", "l", "f", "q", "m", "only", "a", "b", "x", "y")) {
            lines.append("a=rid:").append(rid).append(" send\r\n");
        }
        String offer = chromium().replace(LINES, lines).replace(LIST, "a=simulcast:send " + list + "\r\n");
        SdpAnswer.Answered answered = answered(offer);
        assertThat(answered.negotiated().stream(StreamKind.CAMERA).orElseThrow().rids())
                .isEqualTo(new Rids(big, small));
        assertThat(answered.answer().sections().get(1).value("simulcast"))
                .contains("recv " + big + (small.isEmpty() ? "" : ";" + small));
    }

    @Test
    void the_direction_s_own_list_counts() {
        assertThat(rids(chromium().replace(LIST, "a=simulcast:recv h;l send l;h\r\n")))
                .isEqualTo(new Rids("h", "l"));
        assertThat(rids(chromium().replace(LIST, "a=simulcast: send rid=h;l\r\n")))
                .isEqualTo(new Rids("h", "l"));
        assertThat(rids(chromium().replace(LIST, "a=simulcast:recv h;l\r\n"))).isEqualTo(Rids.NONE);
    }

    @Test
    void what_cannot_be_told_apart_is_one_stream() {
        assertThat(rids(chromium().replace(LINES, ""))).isEqualTo(Rids.NONE);
        assertThat(rids(chromium().replace("a=rid:h send", "a=rid:h recv").replace("a=rid:l send", "a=rid:l recv")))
                .isEqualTo(Rids.NONE);
        assertThat(rids(chromium().replace("sdes:rtp-stream-id", "sdes:something-else")))
                .isEqualTo(Rids.NONE);
        assertThat(rids(chromium().replace(LIST, "a=simulcast:send ;;;\r\n"))).isEqualTo(Rids.NONE);
        assertThat(rids(chromium().replace(LIST, "a=simulcast:send\r\n"))).isEqualTo(Rids.NONE);
        assertThat(rids(chromium().replace("a=sendrecv", "a=recvonly"))).isEqualTo(Rids.NONE);
    }

    @Test
    void a_camera_without_layers_keeps_its_announced_sources_and_gets_no_layer_ids() {
        NegotiatedStream camera = answered(Offers.chromium()).negotiated().stream(StreamKind.CAMERA)
                .orElseThrow();
        assertThat(camera.offered().hasRtx()).isTrue();
        assertThat(camera.extensions()).extracting(HeaderExtension::kind).noneMatch(HeaderExtension.Kind::isOfLayers);
    }

    private static String chromium() {
        return Offers.recorded("chromium-simulcast.sdp");
    }

    private static Rids rids(String offer) {
        return answered(offer).negotiated().stream(StreamKind.CAMERA)
                .orElseThrow()
                .rids();
    }

    private static SdpAnswer.Answered answered(String offer) {
        return (SdpAnswer.Answered) AnswererTest.ANSWERER.answer(offer, AnswererTest.LOCAL, AnswererTest.SSRCS);
    }
}
