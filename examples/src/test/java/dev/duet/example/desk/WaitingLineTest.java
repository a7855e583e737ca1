// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private static final Customer ALICE = new Customer("1", "alice", "a");
    private static final Customer BOB = new Customer("2", "bob", "b");

    private final WaitingLine line = new WaitingLine();

    @Test
    void who_called_first_is_answered_first() {
        assertThat(line.comes(ALICE)).isEmpty();
        assertThat(line.comes(BOB)).isEmpty();
        assertThat(line.isFree("anna")).isEqualTo(List.of(new Order.Ask("anna", ALICE)));
        assertThat(line.accepts("anna")).isEqualTo(List.of(new Order.Answer(ALICE, "anna")));
        assertThat(line.isFree("anna")).isEqualTo(List.of(new Order.Ask("anna", BOB)));
    }

    @Test
    void the_agent_who_has_been_free_longest_is_asked_first() {
        line.isFree("anna");
        line.isFree("ben");
        assertThat(line.comes(ALICE)).isEqualTo(List.of(new Order.Ask("anna", ALICE)));
        assertThat(line.comes(BOB)).isEqualTo(List.of(new Order.Ask("ben", BOB)));
    }

    @Test
    void who_is_declined_goes_to_the_next_agent_before_all_others() {
        line.isFree("anna");
        line.comes(ALICE);
        line.comes(BOB);
        assertThat(line.declines("anna")).isEmpty();
        assertThat(line.isFree("ben")).isEqualTo(List.of(new Order.Ask("ben", ALICE)));
    }

    @Test
    void an_agent_who_declined_is_not_asked_again_before_being_free_again() {
        line.isFree("anna");
        line.comes(ALICE);
        assertThat(line.declines("anna")).isEmpty();
        assertThat(line.isFree("anna")).isEqualTo(List.of(new Order.Ask("anna", ALICE)));
    }

    @Test
    void nobody_is_asked_for_a_customer_who_has_left() {
        line.comes(ALICE);
        line.comes(BOB);
        assertThat(line.leaves("1")).isEmpty();
        assertThat(line.isFree("anna")).isEqualTo(List.of(new Order.Ask("anna", BOB)));
    }

    @Test
    void an_agent_is_not_rung_any_more_for_a_customer_who_has_left() {
        line.isFree("anna");
        line.comes(ALICE);
        assertThat(line.leaves("1")).isEqualTo(List.of(new Order.Withdraw("anna")));
        assertThat(line.accepts("anna")).isEmpty();
        assertThat(line.declines("anna")).isEmpty();
    }

    @Test
    void an_agent_who_is_not_free_is_not_asked() {
        line.isFree("anna");
        line.isNotFree("anna");
        assertThat(line.comes(ALICE)).isEmpty();
    }

    @Test
    void being_free_while_asked_gives_no_second_customer() {
        line.isFree("anna");
        line.comes(ALICE);
        line.comes(BOB);
        assertThat(line.isFree("anna")).isEmpty();
    }
}
