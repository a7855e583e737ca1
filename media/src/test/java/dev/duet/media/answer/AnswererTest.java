// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.ice.Candidate;
import dev.duet.media.ice.Credentials;
import dev.duet.media.sdp.Direction;
import dev.duet.media.sdp.MediaSection;
import dev.duet.media.sdp.SdpRefusal.Reason;
import dev.duet.media.sdp.SessionDescription;
import dev.duet.media.terms.Codec;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.PayloadFormat;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswererTest {
    static final Fingerprint OURS = new Fingerprint("sha-256", "AB:".repeat(31) + "CD");
    static final Credentials LOCAL = new Credentials("serverUfrag1", "serverPasswordserverPass");
    static final LegSsrcs SSRCS =
            new LegSsrcs(new StreamSsrcs(11, 0), new StreamSsrcs(21, 22), new StreamSsrcs(0xfffffff0, 32));
    static final Answerer ANSWERER = new Answerer(
            List.of(new InetSocketAddress("203.0.113.5", 8080), new InetSocketAddress("2001:db8::5", 8080)), OURS);

    @Test
    void chromium_gets_every_codec_in_our_order_with_its_own_payload_types() {
        Negotiated negotiated = answered(Offers.chromium()).negotiated();
        assertThat(negotiated.streams())
                .extracting(NegotiatedStream::kind)
                .containsExactly(StreamKind.AUDIO, StreamKind.CAMERA, StreamKind.SCREEN);
        assertThat(payloadTypes(negotiated, StreamKind.AUDIO)).containsExactly(111, 63);
        assertThat(payloadTypes(negotiated, StreamKind.CAMERA))
                .containsExactly(96, 98, 100, 102, 104, 108, 114, 116, 39, 45);
        NegotiatedStream camera = negotiated.stream(StreamKind.CAMERA).orElseThrow();
        assertThat(camera.formats().getFirst())
                .isEqualTo(new PayloadFormat(96, new Codec("vp8", 90_000, 1, ""), 97, true, true, true, true));
        assertThat(camera.formats()).allMatch(PayloadFormat::hasRtx);
        assertThat(camera.reducedSizeRtcp()).isTrue();
        assertThat(camera.offered().hasRtx()).isTrue();
        assertThat(camera.extensionId(HeaderExtension.Kind.TRANSPORT_CC)).isEqualTo(3);
        assertThat(camera.extensionId(HeaderExtension.Kind.AUDIO_LEVEL)).isZero();
        assertThat(negotiated.mixedExtensions()).isTrue();
    }

    @Test
    void the_answer_is_bundled_lite_passive_and_has_every_address() {
        SessionDescription answer = answered(Offers.chromium()).answer();
        String text = answer.write();
        assertThat(text)
                .startsWith("v=0\r\n")
                .contains("a=group:BUNDLE 0 1 2\r\n", "a=ice-lite\r\n", "a=end-of-candidates\r\n")
                .contains("typ host\r\n", " 203.0.113.5 8080 ", "a=setup:passive\r\n", "a=rtcp-mux\r\n")
                .doesNotContain("actpass", "goog-remb", "ulpfec", "red/90000", "abs-send-time", "video-timing");
        for (MediaSection section : answer.sections()) {
            assertThat(section.value("ice-ufrag")).contains(LOCAL.ufrag());
            assertThat(section.value("ice-pwd")).contains(LOCAL.password());
            assertThat(section.value("fingerprint")).contains(OURS.toString());
            assertThat(section.port()).isEqualTo(8080);
        }
        assertThat(answer.sections().getFirst().values("candidate").map(Candidate::parse))
                .allMatch(candidate -> candidate.isPresent())
                .hasSize(2);
    }

    @Test
    void each_section_announces_the_other_sides_stream() {
        List<MediaSection> sections = answered(Offers.chromium()).answer().sections();
        assertThat(sections.get(0).values("msid")).containsExactly("call audio", "audio audio");
        assertThat(sections.get(1).values("msid")).containsExactly("call camera", "camera camera");
        assertThat(sections.get(2).values("msid")).containsExactly("screen screen");
        assertThat(sections.get(0).values("ssrc")).containsExactly("11 cname:duet");
        assertThat(sections.get(1).values("ssrc-group")).containsExactly("FID 21 22");
        assertThat(sections.get(2).values("ssrc")).containsExactly("4294967280 cname:duet", "32 cname:duet");
    }

    @Test
    void firefox_has_bundle_only_sections_and_one_way_extensions() {
        SdpAnswer.Answered answered = answered(Offers.firefox());
        assertThat(answered.negotiated().streams()).hasSize(3);
        assertThat(payloadTypes(answered.negotiated(), StreamKind.CAMERA)).containsExactly(120, 121, 99);
        NegotiatedStream camera =
                answered.negotiated().stream(StreamKind.CAMERA).orElseThrow();
        assertThat(camera.extensions())
                .contains(new HeaderExtension(6, HeaderExtension.Kind.PLAYOUT_DELAY, Direction.SENDONLY));
        assertThat(answered.negotiated().stream(StreamKind.AUDIO).orElseThrow().reducedSizeRtcp())
                .isFalse();
    }

    @Test
    void a_data_channel_is_refused_in_its_place_and_left_out_of_the_bundle() {
        for (String browser : List.of("chromium", "firefox")) {
            String offer = Offers.recorded(browser + "-data-audio-recvonly-video.sdp");
            SessionDescription offered = (SessionDescription) SessionDescription.parse(offer);
            SdpAnswer.Answered answered = answered(offer);
            for (int i = 0; i < offered.sections().size(); i++) {
                MediaSection section = answered.answer().sections().get(i);
                assertThat(section.media()).isEqualTo(offered.sections().get(i).media());
                assertThat(section.mid()).isEqualTo(offered.sections().get(i).mid());
                assertThat(section.port() == 0).isEqualTo(section.media().equals("application"));
            }
            assertThat(answered.negotiated().stream(StreamKind.CAMERA)
                            .orElseThrow()
                            .direction())
                    .isEqualTo(Direction.SENDONLY);
        }
    }

    @Test
    void the_hand_written_offer_of_the_load_generator_is_answered() {
        Negotiated negotiated = answered(Offers.HAND_WRITTEN).negotiated();
        assertThat(negotiated.remote()).isEqualTo(new Credentials("abcd", "0123456789012345678901"));
        assertThat(negotiated.candidates()).hasSize(1);
        assertThat(negotiated.stream(StreamKind.AUDIO).orElseThrow().offered())
                .isEqualTo(new StreamSsrcs((int) 3_000_000_001L, 0));
        assertThat(negotiated.stream(StreamKind.CAMERA).orElseThrow().formats())
                .containsExactly(new PayloadFormat(
                        96, new Codec("vp8", 90_000, 1, ""), PayloadFormat.NO_RTX, true, true, false, false));
        assertThat(negotiated.mixedExtensions()).isFalse();
    }

    @Test
    void directions_are_mirrored() {
        for (Direction direction : Direction.values()) {
            String offer = Offers.HAND_WRITTEN.replace("a=sendrecv", "a=" + direction.text());
            SdpAnswer.Answered answered = answered(offer);
            assertThat(answered.negotiated().streams()).allMatch(stream -> stream.direction() == direction.mirrored());
            assertThat(answered.answer().sections())
                    .allMatch(section -> section.has(direction.mirrored().text()))
                    .allMatch(section -> section.has("msid") == direction.receives());
        }
    }

    @Test
    void the_codecs_of_the_other_entrant_bound_the_answer() {
        Negotiated firefox = answered(Offers.firefox()).negotiated();
        SdpAnswer.Answered answered = (SdpAnswer.Answered) ANSWERER.answer(Offers.chromium(), LOCAL, SSRCS, firefox);
        assertThat(payloadTypes(answered.negotiated(), StreamKind.AUDIO)).containsExactly(111);
        assertThat(payloadTypes(answered.negotiated(), StreamKind.CAMERA)).containsExactly(96, 98, 45);
    }

    @Test
    void an_offer_without_a_bundle_is_refused() {
        assertRefused(Offers.HAND_WRITTEN.replace("a=group:BUNDLE 0 1\r\n", ""), Reason.NO_BUNDLE);
        assertRefused(Offers.HAND_WRITTEN.replace("BUNDLE 0 1", "BUNDLE 0"), Reason.NO_BUNDLE);
    }

    @Test
    void one_section_alone_needs_no_bundle_and_no_mid() {
        String offer = Offers.HAND_WRITTEN.substring(0, Offers.HAND_WRITTEN.indexOf("m=video"));
        offer = offer.replace("a=group:BUNDLE 0 1\r\n", "").replace("a=mid:0\r\n", "");
        assertThat(answered(offer).answer().write()).doesNotContain("BUNDLE", "a=mid");
    }

    @Test
    void unknown_codecs_are_refused_section_by_section_and_as_a_whole() {
        String oneLeft = Offers.HAND_WRITTEN.replace("VP8/90000", "H265/90000");
        SessionDescription answer = answered(oneLeft).answer();
        assertThat(answer.sections()).extracting(MediaSection::port).containsExactly(8080, 0);
        assertThat(answer.value("group")).contains("BUNDLE 0");
        assertRefused(oneLeft.replace("opus/48000/2", "G722/8000"), Reason.NO_COMMON_CODEC);
    }

    @Test
    void what_is_missing_is_named() {
        String offer = Offers.HAND_WRITTEN;
        assertRefused(offer.replace("a=rtcp-mux\r\n", ""), Reason.NO_RTCP_MUX);
        assertRefused(offer.replace("a=ice-pwd:0123456789012345678901\r\n", ""), Reason.NO_CREDENTIALS);
        assertRefused(offer.replace("sha-256", "sha-1"), Reason.NO_FINGERPRINT);
        assertRefused(offer.replace("actpass", "passive"), Reason.WRONG_SETUP);
        assertRefused(offer.replace("a=mid:1", "a=mid:0"), Reason.MALFORMED);
        assertRefused(offer.substring(0, offer.indexOf("m=audio")), Reason.NO_MEDIA);
    }

    @Test
    void a_truncated_offer_is_refused_or_answered_but_never_throws() {
        String offer = Offers.chromium();
        for (int length = 0; length < offer.length(); length += 7) {
            SdpAnswer answer = ANSWERER.answer(offer.substring(0, length), LOCAL, SSRCS);
            if (answer instanceof SdpAnswer.Answered answered) {
                assertThat(SessionDescription.parse(answered.answer().write())).isInstanceOf(SessionDescription.class);
            }
        }
    }

    @Test
    void a_third_video_section_is_refused_in_its_place() {
        String screen = Offers.chromium().substring(Offers.chromium().lastIndexOf("m=video"));
        String offer =
                Offers.chromium().replace("BUNDLE 0 1 2", "BUNDLE 0 1 2 3") + screen.replace("a=mid:2", "a=mid:3");
        assertThat(answered(offer).answer().sections())
                .extracting(MediaSection::port)
                .containsExactly(8080, 8080, 8080, 0);
    }

    @Test
    void payload_types_that_look_like_rtcp_are_not_taken() {
        assertRefused(
                Offers.HAND_WRITTEN
                        .replace("SAVPF 111", "SAVPF 72")
                        .replace("rtpmap:111", "rtpmap:72")
                        .replace("SAVPF 96", "SAVPF 95")
                        .replace("rtpmap:96", "rtpmap:95"),
                Reason.NO_COMMON_CODEC);
    }

    @Test
    void an_offer_made_to_be_slow_is_answered_in_time() {
        StringBuilder offer =
                new StringBuilder(Offers.HAND_WRITTEN.substring(0, Offers.HAND_WRITTEN.indexOf("a=rtpmap:96")));
        StringBuilder formats = new StringBuilder("SAVPF");
        for (int payloadType = 0; payloadType < 128; payloadType += 2) {
            formats.append(' ').append(payloadType).append(' ').append(payloadType + 1);
            offer.append("a=rtpmap:" + payloadType + " VP8/90000\r\n");
            offer.append("a=rtpmap:" + (payloadType + 1) + " rtx/90000\r\n");
            offer.append("a=fmtp:" + (payloadType + 1) + " " + "; ".repeat(150) + "apt=1x\r\n");
        }
        String line = "a=rtcp-fb:* nack\r\n";
        offer.append(line.repeat((64_000 - offer.length()) / line.length()));
        assertTimeout(Duration.ofSeconds(2), () -> answered(offer.toString().replace("SAVPF 96", formats.toString())));
    }

    private static SdpAnswer.Answered answered(String offer) {
        SdpAnswer answer = ANSWERER.answer(offer, LOCAL, SSRCS);
        assertThat(answer).isInstanceOf(SdpAnswer.Answered.class);
        SdpAnswer.Answered answered = (SdpAnswer.Answered) answer;
        assertThat(SessionDescription.parse(answered.answer().write())).isEqualTo(answered.answer());
        return answered;
    }

    private static void assertRefused(String offer, Reason reason) {
        assertThat(ANSWERER.answer(offer, LOCAL, SSRCS))
                .isInstanceOfSatisfying(
                        SdpAnswer.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }

    private static List<Integer> payloadTypes(Negotiated negotiated, StreamKind kind) {
        return negotiated.stream(kind).orElseThrow().formats().stream()
                .map(PayloadFormat::payloadType)
                .toList();
    }
}
