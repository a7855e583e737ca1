// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Set<Route> PHONE = EnumSet.of(Route.SPEAKER, Route.EARPIECE);

    private final Routing voice = new Routing(false);

    private static Set<Route> phoneAnd(Route... plugged) {
        Set<Route> all = EnumSet.copyOf(PHONE);
        all.addAll(Set.of(plugged));
        return all;
    }

    @Test
    void the_numbers_are_the_guides() {
        assertThat(Route.ofNumber(-1)).isEqualTo(Route.UNKNOWN);
        assertThat(Route.ofNumber(0)).isEqualTo(Route.SPEAKER);
        assertThat(Route.ofNumber(1)).isEqualTo(Route.EARPIECE);
        assertThat(Route.ofNumber(2)).isEqualTo(Route.WIRED);
        assertThat(Route.ofNumber(3)).isEqualTo(Route.BLUETOOTH);
        assertThat(Route.ofNumber(4)).isEqualTo(Route.SOUND_CARD);
        assertThat(Route.ofNumber(99)).isEqualTo(Route.UNKNOWN);
        assertThat(Route.SOUND_CARD.number()).isEqualTo(4);
    }

    @Test
    void a_voice_call_begins_at_the_ear_and_a_video_call_at_the_loudspeaker() {
        assertThat(voice.available(PHONE)).isEqualTo(Route.EARPIECE);
        assertThat(new Routing(true).available(PHONE)).isEqualTo(Route.SPEAKER);
    }

    @Test
    void a_tablet_without_an_earpiece_takes_its_loudspeaker() {
        assertThat(voice.available(EnumSet.of(Route.SPEAKER))).isEqualTo(Route.SPEAKER);
    }

    @Test
    void what_is_plugged_in_comes_first_bluetooth_before_the_wire_before_a_sound_card() {
        assertThat(voice.available(PHONE)).isEqualTo(Route.EARPIECE);
        assertThat(voice.available(phoneAnd(Route.SOUND_CARD))).isEqualTo(Route.SOUND_CARD);
        Routing all = new Routing(false);
        all.available(phoneAnd(Route.WIRED, Route.BLUETOOTH, Route.SOUND_CARD));
        assertThat(all.ask(Route.UNKNOWN)).isEqualTo(Route.BLUETOOTH);
        assertThat(all.available(phoneAnd(Route.WIRED, Route.SOUND_CARD))).isEqualTo(Route.WIRED);
        assertThat(all.available(phoneAnd(Route.SOUND_CARD))).isEqualTo(Route.SOUND_CARD);
        assertThat(all.available(PHONE)).isEqualTo(Route.EARPIECE);
    }

    @Test
    void the_last_one_plugged_in_takes_over_from_what_the_app_asked_for() {
        voice.available(PHONE);
        assertThat(voice.ask(Route.SPEAKER)).isEqualTo(Route.SPEAKER);
        assertThat(voice.available(phoneAnd(Route.BLUETOOTH))).isEqualTo(Route.BLUETOOTH);
        assertThat(voice.available(phoneAnd(Route.BLUETOOTH, Route.WIRED))).isEqualTo(Route.WIRED);
    }

    @Test
    void the_app_may_ask_for_the_loudspeaker_while_something_is_plugged_in() {
        voice.available(phoneAnd(Route.BLUETOOTH));
        assertThat(voice.ask(Route.SPEAKER)).isEqualTo(Route.SPEAKER);
        assertThat(voice.available(phoneAnd(Route.BLUETOOTH))).isEqualTo(Route.SPEAKER);
        assertThat(voice.ask(Route.UNKNOWN)).isEqualTo(Route.BLUETOOTH);
    }

    @Test
    void what_is_pulled_out_falls_back_to_the_order() {
        voice.available(phoneAnd(Route.WIRED));
        assertThat(voice.available(PHONE)).isEqualTo(Route.EARPIECE);
        assertThat(voice.available(Set.of())).isEqualTo(Route.UNKNOWN);
    }

    @Test
    void what_is_not_there_is_not_taken() {
        voice.available(PHONE);
        assertThat(voice.ask(Route.BLUETOOTH)).isEqualTo(Route.EARPIECE);
    }

    @Test
    void what_the_system_refuses_is_left_out_until_it_comes_anew() {
        assertThat(voice.available(phoneAnd(Route.BLUETOOTH))).isEqualTo(Route.BLUETOOTH);
        assertThat(voice.refuse(Route.BLUETOOTH)).isEqualTo(Route.EARPIECE);
        assertThat(voice.available(phoneAnd(Route.BLUETOOTH))).isEqualTo(Route.EARPIECE);
        voice.available(PHONE);
        assertThat(voice.available(phoneAnd(Route.BLUETOOTH))).isEqualTo(Route.BLUETOOTH);
    }

    @Test
    void turning_the_camera_on_makes_it_loud_unless_the_app_chose() {
        voice.available(PHONE);
        assertThat(voice.loud(true)).isEqualTo(Route.SPEAKER);
        voice.ask(Route.EARPIECE);
        assertThat(voice.loud(true)).isEqualTo(Route.EARPIECE);
    }
}
