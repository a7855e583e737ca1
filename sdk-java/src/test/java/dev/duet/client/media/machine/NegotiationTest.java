// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.machine.Negotiation.Move;
import dev.duet.client.media.machine.Negotiation.Phase;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NegotiationTest {
    private final Negotiation negotiation = new Negotiation();

    @Test
    void the_first_offer_is_made_with_the_ice_there_is() {
        assertThat(negotiation.offer()).isEqualTo(new Move.Create(false));
    }

    @Test
    void an_offer_asked_for_twice_is_made_once() {
        negotiation.offer();
        assertThat(negotiation.offer()).isEqualTo(new Move.Await());
        negotiation.offerMade();
        assertThat(negotiation.offer()).isEqualTo(new Move.Repeat());
    }

    @Test
    void an_answer_needs_an_offer() {
        assertThat(reason(negotiation.answer())).isEqualTo(Reason.WRONG_MOMENT);
        negotiation.offer();
        assertThat(reason(negotiation.answer())).isEqualTo(Reason.WRONG_MOMENT);
    }

    @Test
    void one_offer_lasts_but_ice_may_restart() {
        settle();
        assertThat(reason(negotiation.offer())).isEqualTo(Reason.WRONG_MOMENT);
        assertThat(negotiation.restart()).isEqualTo(new Move.Create(true));
    }

    @Test
    void a_restart_that_nobody_answers_is_asked_for_again() {
        settle();
        negotiation.restart();
        negotiation.offerMade();
        assertThat(negotiation.restart()).isEqualTo(new Move.Create(true));
    }

    @Test
    void nothing_is_restarted_before_the_first_answer() {
        assertThat(reason(negotiation.restart())).isEqualTo(Reason.WRONG_MOMENT);
        negotiation.offer();
        negotiation.offerMade();
        assertThat(reason(negotiation.restart())).isEqualTo(Reason.WRONG_MOMENT);
    }

    @Test
    void a_bad_answer_leaves_room_for_a_good_one() {
        negotiation.offer();
        negotiation.offerMade();
        negotiation.answer();
        negotiation.answerFailed();
        assertThat(negotiation.answer()).isEqualTo(new Move.Apply());
    }

    @Test
    void an_offer_that_fails_leaves_things_as_they_were() {
        settle();
        negotiation.restart();
        negotiation.offerFailed();
        assertThat(negotiation.phase()).isEqualTo(Phase.STABLE);
    }

    @Test
    void closed_stays_closed_whatever_is_reported_late() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Negotiation closed = new Negotiation();
            for (int step = 0; step < 10; step++) {
                poke(closed, random.nextInt(7));
            }
            closed.close();
            for (int step = 0; step < 10; step++) {
                poke(closed, random.nextInt(7));
            }
            assertThat(closed.open()).isFalse();
            assertThat(reason(closed.offer())).isEqualTo(Reason.CLOSED);
            assertThat(reason(closed.restart())).isEqualTo(Reason.CLOSED);
            assertThat(reason(closed.answer())).isEqualTo(Reason.CLOSED);
        }
    }

    @Test
    void never_do_two_things_go_on_at_a_time() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            Phase before = negotiation.phase();
            Move move = ask(random.nextInt(3));
            if (before == Phase.OFFERING || before == Phase.ANSWERING) {
                assertThat(move).isNotInstanceOfAny(Move.Create.class, Move.Apply.class, Move.Repeat.class);
            }
            poke(negotiation, 3 + random.nextInt(4));
        }
    }

    private Move ask(int what) {
        return switch (what) {
            case 0 -> negotiation.offer();
            case 1 -> negotiation.restart();
            default -> negotiation.answer();
        };
    }

    private static void poke(Negotiation negotiation, int what) {
        switch (what) {
            case 0 -> negotiation.offer();
            case 1 -> negotiation.restart();
            case 2 -> negotiation.answer();
            case 3 -> negotiation.offerMade();
            case 4 -> negotiation.offerFailed();
            case 5 -> negotiation.answerTaken();
            default -> negotiation.answerFailed();
        }
    }

    private void settle() {
        negotiation.offer();
        negotiation.offerMade();
        negotiation.answer();
        negotiation.answerTaken();
    }

    private static Reason reason(Move move) {
        assertThat(move).isInstanceOf(Move.Refuse.class);
        return ((Move.Refuse) move).reason();
    }
}
