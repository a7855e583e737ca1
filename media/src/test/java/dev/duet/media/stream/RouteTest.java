// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.sim.SimCall;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.StreamKind;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final NegotiatedStream CHROMIUM_AUDIO = Sections.section(SimCall.chromium(), StreamKind.AUDIO);
    private static final NegotiatedStream CHROMIUM_CAMERA = Sections.section(SimCall.chromium(), StreamKind.CAMERA);
    private static final NegotiatedStream FIREFOX_AUDIO = Sections.section(SimCall.firefox(), StreamKind.AUDIO);
    private static final NegotiatedStream FIREFOX_CAMERA = Sections.section(SimCall.firefox(), StreamKind.CAMERA);

    @Test
    void codecs_get_the_receivers_payload_types() {
        RtpPacket vp8 = Sections.packet("80600001 00000002 00000003 10aa");
        assertThat(Route.between(CHROMIUM_CAMERA, FIREFOX_CAMERA).apply(vp8)).isTrue();
        assertThat(vp8.payloadType()).isEqualTo(120);
        RtpPacket opus = Sections.packet("806f0001 00000002 00000003 aa");
        assertThat(Route.between(CHROMIUM_AUDIO, FIREFOX_AUDIO).apply(opus)).isTrue();
        assertThat(opus.payloadType()).isEqualTo(109);
    }

    @Test
    void a_payload_type_that_is_nobodys_is_refused() {
        RtpPacket stray = Sections.packet("80010001 00000002 00000003 aa");
        assertThat(Route.between(CHROMIUM_CAMERA, FIREFOX_CAMERA).apply(stray)).isFalse();
    }

    @Test
    void redundant_audio_goes_on_where_both_have_it() {
        RtpPacket red = Sections.packet("803f0001 00000002 00000003 6f aabb");
        assertThat(Route.between(CHROMIUM_AUDIO, CHROMIUM_AUDIO).apply(red)).isTrue();
        assertThat(Sections.hex(red)).isEqualTo(Sections.hex("803f0001 00000002 00000003 6f aabb"));
    }

    @Test
    void redundant_audio_is_taken_apart_where_the_receiver_has_none() {
        NegotiatedStream withoutRed = without(CHROMIUM_AUDIO, "red");
        RtpPacket red = Sections.packet("803f0001 00000002 00000003 ef0f0002 6f 1122 334455");
        assertThat(Route.between(CHROMIUM_AUDIO, withoutRed).apply(red)).isTrue();
        assertThat(Sections.hex(red)).isEqualTo(Sections.hex("806f0001 00000002 00000003 334455"));
    }

    @Test
    void redundancy_inside_redundancy_is_refused() {
        RtpPacket nested = Sections.packet("803f0001 00000002 00000003 3f 6f aa");
        assertThat(Route.between(CHROMIUM_AUDIO, without(CHROMIUM_AUDIO, "red")).apply(nested))
                .isFalse();
    }

    @Test
    void extensions_are_matched_by_meaning_and_the_mid_is_blanked() {
        int level = CHROMIUM_AUDIO.extensionId(HeaderExtension.Kind.AUDIO_LEVEL);
        int mid = CHROMIUM_AUDIO.extensionId(HeaderExtension.Kind.MID);
        int theirs = FIREFOX_AUDIO.extensionId(HeaderExtension.Kind.AUDIO_LEVEL);
        RtpPacket packet = Sections.packet("906f0001 00000002 00000003 bede0001 %x0ff%x030 aa"
                .formatted(level, mid)
                .replace(" ", ""));
        assertThat(Route.between(CHROMIUM_AUDIO, FIREFOX_AUDIO).apply(packet)).isTrue();
        assertThat(Sections.hex(packet))
                .isEqualTo("906d00010000000200000003bede0001" + "%x0ff0000".formatted(theirs) + "aa");
    }

    private static NegotiatedStream without(NegotiatedStream stream, String codec) {
        return new NegotiatedStream(
                stream.mid(),
                stream.kind(),
                stream.direction(),
                stream.formats().stream()
                        .filter(format -> !format.codec().name().equals(codec))
                        .toList(),
                stream.extensions(),
                stream.reducedSizeRtcp(),
                stream.offered(),
                stream.rids());
    }
}
