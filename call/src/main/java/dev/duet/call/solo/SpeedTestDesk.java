// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.solo;

import dev.duet.call.agenda.Alarms;
import dev.duet.call.agenda.Alarms.Alarm.OfSolo;
import dev.duet.call.agenda.Negotiations;
import dev.duet.call.agenda.Negotiations.Open;
import dev.duet.call.agenda.Negotiations.Purpose;
import dev.duet.call.agenda.Ticket;
import dev.duet.call.line.Lines;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where speed tests begin and end.
public record SpeedTestDesk(
        Lines lines, Alarms alarms, Negotiations negotiations, Rooms rooms, Solos solos, SoloOrders media) {
    /// Bandwidth estimates of browsers settle within ten seconds; three times that is enough for any test.
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Refusal IN_A_CALL = new Refusal(
            ErrorCode.ROOM_ENTER_REFUSED, "This device is in a call or about to be; test before it or after it.");
    private static final Refusal RUNNING =
            new Refusal(ErrorCode.IN_PROGRESS, "A speed test is running; stop it first.");
    private static final Refusal STOPPED = new Refusal(ErrorCode.ROOM_ENTER_REFUSED, "The speed test was stopped.");

    public void start(Session session, RequestId request, String sdp, Instant now) {
        Optional<Refusal> refusal = refusal(session);
        if (refusal.isPresent()) {
            lines.refuse(session.login(), request, refusal.get());
            return;
        }
        Ticket ticket = new Ticket(session.login(), request);
        negotiations.begin(ticket, session, new Purpose.SpeedTest(), now);
        solos.put(new Mirror(session, Optional.of(ticket)));
        media.openMirror(ticket, session.user(), sdp);
    }

    /// The media has answered.
    public void answered(Open open, String sdp, Instant now) {
        solos.put(new Mirror(open.session(), Optional.empty()));
        alarms.set(new OfSolo(open.ticket().login()), now.plus(LONGEST));
        lines.reply(open.ticket().login(), open.ticket().request(), new Result.Answered(sdp));
    }

    /// Ends the test, if one runs.
    public void stop(Session session, RequestId request) {
        abandon(session);
        lines.reply(session.login(), request, new Result.Nothing());
    }

    /// Ends the test of a login that goes or has something better to do.
    public void abandon(Session session) {
        if (isTesting(session)) {
            solos.end(session.login(), STOPPED);
        }
    }

    private Optional<Refusal> refusal(Session session) {
        if (isTesting(session)) {
            return Optional.of(RUNNING);
        }
        boolean inCall = rooms.of(session.key()).isPresent()
                || negotiations.isEntering(session)
                || solos.lobby(session.login()).isPresent();
        return inCall ? Optional.of(IN_A_CALL) : Optional.empty();
    }

    private boolean isTesting(Session session) {
        return solos.find(session.login()).filter(Mirror.class::isInstance).isPresent();
    }
}
