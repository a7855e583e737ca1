// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.invitation.Outcome;
import dev.duet.call.room.Departure;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent.Via;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final InviteId ID = new InviteId("i1");
    private static final RoomId ROOM = new RoomId.Named("r1");
    private static final DeviceKey ALICE = new DeviceKey(new UserId("alice"), new DeviceId("a1"));
    private static final DeviceKey BOB = new DeviceKey(new UserId("bob"), new DeviceId("b1"));
    private static final DeviceKey BOBS_OTHER = new DeviceKey(new UserId("bob"), new DeviceId("b2"));

    private final Ledger ledger = new Ledger();

    @Test
    void a_call_is_open_until_its_room_is_dissolved() {
        invited();
        assertThat(ended(Outcome.ACCEPTED, 4)).isEmpty();
        entered(ALICE, 1, 5);
        entered(BOB, 2, 6);
        left(BOB, Departure.LEFT, 66);
        left(ALICE, Departure.LEFT, 67);

        CallRecord record = note(new CallEvent.Dissolved(ID, ROOM, at(67))).orElseThrow();

        assertThat(record.ring().lasted()).isEqualTo(Duration.ofSeconds(4));
        assertThat(record.talk().counted()).isEqualTo(Duration.ofSeconds(60));
        assertThat(record.talk().firstOut()).isEqualTo(new Talk.Leaving(BOB.user(), Departure.LEFT));
        assertThat(record.endedAt()).isEqualTo(at(67));
        assertThat(record.reason()).isEqualTo(EndReason.HANGUP);
        assertThat(ledger.size()).isZero();
    }

    @Test
    void a_gap_is_not_counted_and_who_came_back_did_not_end_it() {
        invited();
        ended(Outcome.ACCEPTED, 1);
        entered(ALICE, 1, 2);
        entered(BOB, 2, 3);
        left(BOB, Departure.TIMED_OUT, 13);
        entered(BOB, 2, 20);
        left(ALICE, Departure.LEFT, 25);

        CallRecord record = note(new CallEvent.Dissolved(ID, ROOM, at(26))).orElseThrow();

        assertThat(record.talk().counted()).isEqualTo(Duration.ofSeconds(15));
        assertThat(record.reason()).isEqualTo(EndReason.HANGUP);
    }

    @ParameterizedTest
    @CsvSource({"REJECTED,REJECT", "BUSY,LINE_BUSY", "CANCELLED,CANCELED", "TIMED_OUT,OFFLINE"})
    void what_was_never_answered_ends_with_the_ringing(Outcome outcome, EndReason reason) {
        invited();

        CallRecord record = ended(outcome, 3).orElseThrow();

        assertThat(record.reason()).isEqualTo(reason);
        assertThat(record.talk().lasted(at(9))).isZero();
    }

    @Test
    void a_timeout_after_it_rang_somewhere_is_no_response() {
        invited();
        note(new CallEvent.Delivered(ID, BOB.device(), Via.SOCKET, at(1)));
        note(new CallEvent.Delivered(ID, BOBS_OTHER.device(), Via.PUSH, at(2)));

        CallRecord record = ended(Outcome.TIMED_OUT, 30).orElseThrow();

        assertThat(record.reason()).isEqualTo(EndReason.NO_RESPONSE);
        assertThat(record.ring().deliveredAt()).isEqualTo(at(1));
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT,HANGUP",
        "TIMED_OUT,OFFLINE",
        "KICKED,END_BY_SERVER",
        "DISPLACED,END_BY_SERVER",
        "DISSOLVED,END_BY_SERVER"
    })
    void a_talk_ends_as_the_first_one_left(Departure departure, EndReason reason) {
        invited();
        ended(Outcome.ACCEPTED, 1);
        entered(ALICE, 1, 2);
        entered(BOB, 2, 2);
        left(ALICE, departure, 5);
        left(BOB, Departure.LEFT, 6);

        assertThat(note(new CallEvent.Dissolved(ID, ROOM, at(6))).orElseThrow().reason())
                .isEqualTo(reason);
    }

    @Test
    void for_the_invitees_other_devices_the_answer_was_the_end() {
        invited();
        ended(Outcome.ACCEPTED, 1);
        CallRecord open = ledger.find(ID).orElseThrow();

        assertThat(open.reasonFor(BOBS_OTHER)).isEqualTo(EndReason.OTHER_DEVICE_ACCEPTED);
        assertThat(open.reasonFor(BOB)).isEqualTo(EndReason.UNKNOWN);
        assertThat(open.reasonFor(ALICE)).isEqualTo(EndReason.UNKNOWN);
        invited();
        assertThat(ended(Outcome.REJECTED, 1).orElseThrow().reasonFor(BOBS_OTHER))
                .isEqualTo(EndReason.OTHER_DEVICE_REJECT);
    }

    @Test
    void an_abandoned_call_is_over_for_an_unknown_reason() {
        invited();
        ended(Outcome.ACCEPTED, 1);

        assertThat(note(new CallEvent.Abandoned(ID, at(21))).orElseThrow().reason())
                .isEqualTo(EndReason.UNKNOWN);
    }

    @Test
    void rooms_without_an_invitation_and_unknown_calls_leave_no_record() {
        assertThat(note(new CallEvent.Entered(null, ROOM, Scene.VIDEO_CALL, ALICE, 1, START)))
                .isEmpty();
        assertThat(note(new CallEvent.Dissolved(ID, ROOM, START))).isEmpty();
        assertThat(ledger.size()).isZero();
    }

    @Test
    void the_reasons_have_the_numbers_clients_know() {
        assertThat(EndReason.values()).extracting(EndReason::number).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private void invited() {
        note(new CallEvent.Invited(ID, ALICE.user(), ALICE.device(), BOB.user(), START));
    }

    private Optional<CallRecord> ended(Outcome outcome, int second) {
        return note(new CallEvent.Ended(ID, outcome, BOB, at(second)));
    }

    private void entered(DeviceKey who, int present, int second) {
        assertThat(note(new CallEvent.Entered(ID, ROOM, Scene.VIDEO_CALL, who, present, at(second))))
                .isEmpty();
    }

    private void left(DeviceKey who, Departure departure, int second) {
        assertThat(note(new CallEvent.Left(ID, ROOM, who.user(), departure, at(second))))
                .isEmpty();
    }

    private Optional<CallRecord> note(CallEvent event) {
        return ledger.note(event);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
