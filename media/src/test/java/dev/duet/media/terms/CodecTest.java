// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodecTest {

    @Test
    void h264_matches_by_profile_and_packetization_mode_whatever_the_level() {
        Codec baseline = h264("packetization-mode=1;profile-level-id=42e01f");
        assertThat(baseline.matches(h264("profile-level-id=42E034; packetization-mode=1")))
                .isTrue();
        assertThat(baseline.matches(h264("packetization-mode=1;profile-level-id=4d801f")))
                .as("main with constraint_set0 is constrained baseline")
                .isTrue();
        assertThat(baseline.matches(h264("packetization-mode=0;profile-level-id=42e01f")))
                .isFalse();
        assertThat(baseline.matches(h264("packetization-mode=1;profile-level-id=42001f")))
                .isFalse();
        assertThat(baseline.matches(h264("packetization-mode=1;profile-level-id=64001f")))
                .isFalse();
        assertThat(baseline.matches(h264("packetization-mode=1;profile-level-id=junk")))
                .isFalse();
        assertThat(h264("profile-level-id=640c1f").matches(h264("profile-level-id=64001f")))
                .isFalse();
    }

    @Test
    void vp9_and_av1_match_by_profile_whose_default_is_zero() {
        assertThat(video("vp9", "").matches(video("vp9", "profile-id=0"))).isTrue();
        assertThat(video("vp9", "").matches(video("vp9", "profile-id=2"))).isFalse();
        assertThat(video("av1", "level-idx=5;profile=0;tier=0").matches(video("av1", "")))
                .isTrue();
        assertThat(video("av1", "profile=1").matches(video("av1", ""))).isFalse();
    }

    @Test
    void opus_matches_whatever_its_parameters() {
        assertThat(new Codec("opus", 48_000, 2, "minptime=10;useinbandfec=1")
                        .matches(new Codec("opus", 48_000, 2, "stereo=1")))
                .isTrue();
        assertThat(video("vp8", "").matches(video("vp9", ""))).isFalse();
    }

    private static Codec h264(String parameters) {
        return video("h264", parameters);
    }

    private static Codec video(String name, String parameters) {
        return new Codec(name, 90_000, 1, parameters);
    }
}
