// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.android.ring.Presentation.Allowed;
import org.junit.jupiter.api.Test;

class PresentationTest {
    private static final Allowed ALL = new Allowed(true, true, true, true);
    private static final Allowed NOTHING = new Allowed(false, false, false, false);

    @Test
    void before_android_10_a_service_has_no_type() {
        assertThat(Presentation.ringing(28, ALL)).isEqualTo(new Presentation(0, true, false));
    }

    @Test
    void a_ringing_call_is_a_phone_call_without_microphone_since_the_app_may_sleep() {
        assertThat(Presentation.ringing(34, ALL)).isEqualTo(new Presentation(Presentation.PHONE_CALL, true, true));
        assertThat(Presentation.ringing(29, ALL)).isEqualTo(new Presentation(Presentation.PHONE_CALL, true, false));
    }

    @Test
    void an_accepted_call_adds_what_the_app_may_use() {
        int both = Presentation.PHONE_CALL | Presentation.MICROPHONE | Presentation.CAMERA;
        assertThat(Presentation.talking(34, ALL, true).types()).isEqualTo(both);
        assertThat(Presentation.talking(34, ALL, false).types())
                .isEqualTo(Presentation.PHONE_CALL | Presentation.MICROPHONE);
        assertThat(Presentation.talking(29, ALL, true).types()).isEqualTo(Presentation.PHONE_CALL);
    }

    @Test
    void without_own_calls_in_the_manifest_it_rings_as_a_short_service() {
        assertThat(Presentation.ringing(34, NOTHING)).isEqualTo(new Presentation(Presentation.SHORT, false, true));
        assertThat(Presentation.ringing(33, NOTHING).types()).isEqualTo(Presentation.PHONE_CALL);
        Allowed microphone = new Allowed(false, false, true, false);
        assertThat(Presentation.talking(34, microphone, true).types()).isEqualTo(Presentation.MICROPHONE);
    }

    @Test
    void the_switch_for_sounds_decides_what_is_heard() {
        assertThat(Noise.of(0)).isEqualTo(new Noise(false, false));
        assertThat(Noise.of(1)).isEqualTo(new Noise(false, true));
        assertThat(Noise.of(2)).isEqualTo(new Noise(true, true));
    }
}
