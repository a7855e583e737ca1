// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoCodecTest {
    private static final String HEADER = "80600001 00000002 00000003 ";

    @ParameterizedTest
    @CsvSource({
        "VP8, 10 00, true",
        "VP8, 10 01, false",
        "VP8, 00 00, false", // not the first partition's start
        "VP8, 11 00, false", // partition 1
        "VP8, 90 80 8001 00, true", // 15-bit picture id
        "VP8, 90 80 05 01, false", // 7-bit picture id
        "VP8, 90 e0 8001 05 60 00, true", // picture id, TL0PICIDX, TID and KEYIDX
        "VP8, 10, false",
        "VP9, 08 00, true",
        "VP9, 48 00, false", // predicted
        "VP9, 00 00, false", // not the beginning of a frame
        "VP9, a8 8001 00, true", // picture id and layer indices, lowest spatial layer
        "VP9, a8 8001 02, false", // spatial layer 1
        "H264, 65, true",
        "H264, 67, true",
        "H264, 41, false",
        "H264, 78 0002 67 42, true", // STAP-A that begins with a parameter set
        "H264, 7c 85, true", // first fragment of an IDR slice
        "H264, 7c 05, false", // later fragment
        "AV1, 08, true",
        "AV1, 10, false",
        "G722, 00, false"
    })
    void a_keyframe_is_told_by_its_first_bytes(String codec, String payload, boolean keyframe) {
        assertThat(VideoCodec.named(codec).startsKeyframe(Packets.packet(HEADER + payload)))
                .isEqualTo(keyframe);
    }
}
