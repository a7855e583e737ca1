// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = START.plusSeconds(30);
    private static final IncomingCall ALICE = new IncomingCall("a", "alice", "", false, END, "");
    private static final IncomingCall CAROL = new IncomingCall("c", "carol", "Carol", true, END.plusSeconds(5), "");

    private final Ringing phone = new Ringing();

    private List<RingEffect> ring(IncomingCall call) {
        return phone.handle(new RingInput.Told(call), START);
    }

    @Test
    void a_call_is_shown_and_heard_until_its_time_has_come() {
        assertThat(ring(ALICE))
                .containsExactly(new RingEffect.ShowRinging(ALICE), new RingEffect.Sound(), new RingEffect.Wake(END));
        assertThat(phone.handle(new RingInput.Woken(), END.minusMillis(1))).containsExactly(new RingEffect.Wake(END));
        assertThat(phone.handle(new RingInput.Woken(), END))
                .containsExactly(new RingEffect.Hush(), new RingEffect.Rest(), new RingEffect.Missed(ALICE));
    }

    @Test
    void accepting_silences_it_and_tells_the_app() {
        ring(ALICE);
        assertThat(phone.handle(new RingInput.Accepted("a"), START))
                .containsExactly(
                        new RingEffect.Hush(), new RingEffect.ShowTalking(ALICE), new RingEffect.Accept(ALICE));
        assertThat(phone.handle(new RingInput.Accepted("a"), START)).isEmpty();
    }

    @Test
    void a_call_that_the_app_itself_accepted_is_not_accepted_twice() {
        ring(ALICE);
        assertThat(phone.handle(new RingInput.Joined("a"), START))
                .containsExactly(new RingEffect.Hush(), new RingEffect.ShowTalking(ALICE));
    }

    @Test
    void a_button_pressed_too_late_accepts_nothing() {
        ring(ALICE);
        assertThat(phone.handle(new RingInput.Accepted("a"), END)).doesNotContain(new RingEffect.Accept(ALICE));
    }

    @Test
    void declining_silences_it_and_tells_the_app() {
        ring(ALICE);
        assertThat(phone.handle(new RingInput.Declined("a"), START))
                .containsExactly(new RingEffect.Hush(), new RingEffect.Rest(), new RingEffect.Decline(ALICE));
    }

    @Test
    void a_call_that_is_over_elsewhere_is_gone_and_its_late_push_does_not_ring() {
        ring(ALICE);
        assertThat(phone.handle(new RingInput.Over("a"), START))
                .containsExactly(new RingEffect.Hush(), new RingEffect.Rest(), new RingEffect.Missed(ALICE));
        assertThat(ring(ALICE)).isEmpty();
    }

    @Test
    void a_call_that_was_over_before_its_push_came_never_rings() {
        phone.handle(new RingInput.Over("a"), START);
        assertThat(ring(ALICE)).isEmpty();
    }

    @Test
    void a_push_whose_time_is_over_does_not_ring() {
        assertThat(phone.handle(new RingInput.Told(ALICE), END)).isEmpty();
    }

    @Test
    void what_the_socket_knows_more_is_shown_without_ringing_anew() {
        IncomingCall bare = new IncomingCall("c", "", "", false, END, "ext");
        ring(bare);
        IncomingCall both = new IncomingCall("c", "carol", "Carol", true, END, "ext");
        assertThat(ring(CAROL)).containsExactly(new RingEffect.ShowRinging(both), new RingEffect.Wake(END));
        assertThat(ring(CAROL)).isEmpty();
    }

    @Test
    void a_second_call_rings_when_the_first_is_declined() {
        ring(ALICE);
        assertThat(ring(CAROL)).isEmpty();
        assertThat(phone.handle(new RingInput.Declined("a"), START))
                .containsExactly(
                        new RingEffect.ShowRinging(CAROL),
                        new RingEffect.Sound(),
                        new RingEffect.Wake(CAROL.until()),
                        new RingEffect.Decline(ALICE));
    }

    @Test
    void a_second_call_does_not_ring_into_a_conversation() {
        ring(ALICE);
        phone.handle(new RingInput.Accepted("a"), START);
        assertThat(ring(CAROL)).isEmpty();
        assertThat(phone.handle(new RingInput.HungUp("a"), START))
                .containsExactly(new RingEffect.HangUp(ALICE), new RingEffect.Rest());
    }

    @Test
    void the_end_of_a_conversation_takes_its_notification_away() {
        ring(ALICE);
        phone.handle(new RingInput.Accepted("a"), START);
        assertThat(phone.handle(new RingInput.Over("a"), START)).containsExactly(new RingEffect.Rest());
    }

    @Test
    void hushing_leaves_it_ringing_for_the_eye() {
        ring(ALICE);
        assertThat(phone.handle(new RingInput.Hushed(), START)).containsExactly(new RingEffect.Hush());
        assertThat(phone.handle(new RingInput.Accepted("a"), START)).contains(new RingEffect.Accept(ALICE));
    }

    @Test
    void whatever_comes_it_never_sounds_while_nothing_is_shown() {
        for (long seed = 0; seed < 500; seed++) {
            Random chance = new Random(seed);
            Ringing any = new Ringing();
            boolean shown = false;
            boolean sounds = false;
            Instant now = START;
            for (int step = 0; step < 60; step++) {
                now = now.plusSeconds(chance.nextInt(8));
                for (RingEffect effect : any.handle(anything(chance, now), now)) {
                    switch (effect) {
                        case RingEffect.ShowRinging(var call) -> shown = true;
                        case RingEffect.ShowTalking(var call) -> shown = true;
                        case RingEffect.Sound() -> sounds = true;
                        case RingEffect.Hush() -> sounds = false;
                        case RingEffect.Rest() -> shown = false;
                        default -> {}
                    }
                }
                assertThat(!sounds || shown)
                        .as("seed " + seed + ", step " + step)
                        .isTrue();
            }
        }
    }

    private static RingInput anything(Random chance, Instant now) {
        String id = String.valueOf((char) ('a' + chance.nextInt(6)));
        return switch (chance.nextInt(8)) {
            case 0, 1, 2 ->
                new RingInput.Told(new IncomingCall(id, "", "", false, now.plusSeconds(chance.nextInt(30)), ""));
            case 3 -> new RingInput.Over(id);
            case 4 -> new RingInput.Accepted(id);
            case 5 -> new RingInput.Declined(id);
            case 6 -> new RingInput.HungUp(id);
            default -> new RingInput.Woken();
        };
    }
}
