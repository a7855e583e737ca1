// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.stay;

import dev.duet.call.agenda.Negotiations;
import dev.duet.call.agenda.Negotiations.Open;
import dev.duet.call.agenda.Negotiations.Purpose;
import dev.duet.call.agenda.Ticket;
import dev.duet.call.line.Lines;
import dev.duet.call.solo.Solos;
import dev.duet.call.solo.SpeedTestDesk;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Result;
import java.time.Instant;

/// What becomes of an offer when the media has answered it, refused it or taken too long. Nobody may be waiting any
/// more: then nothing.
public record OfferDesk(
        Negotiations negotiations,
        Lines lines,
        Entrance entrance,
        LobbyDesk lobbies,
        SpeedTestDesk speedTests,
        Solos solos) {

    private static final Refusal TOO_SLOW =
            new Refusal(ErrorCode.SERVER_BUSY, "The media did not answer in time; try again.");

    public void answered(Ticket ticket, String sdp, Instant now) {
        negotiations.finish(ticket).ifPresent(open -> {
            switch (open.purpose()) {
                case Purpose.Entry(var to) -> entrance.answered(open, to, sdp, now);
                case Purpose.Restart _ -> lines.reply(ticket.login(), ticket.request(), new Result.Answered(sdp));
                case Purpose.WarmUp _ -> lobbies.answered(open, sdp, now);
                case Purpose.SpeedTest _ -> speedTests.answered(open, sdp, now);
            }
        });
    }

    public void refused(Ticket ticket, String why) {
        negotiations.finish(ticket).ifPresent(open -> drop(open, new Refusal(ErrorCode.ROOM_SDP_REFUSED, why)));
    }

    public void overdue(Ticket ticket) {
        negotiations.finish(ticket).ifPresent(open -> drop(open, TOO_SLOW));
    }

    private void drop(Open open, Refusal why) {
        switch (open.purpose()) {
            case Purpose.Entry _, Purpose.Restart _ -> entrance.drop(open, why);
            case Purpose.WarmUp _, Purpose.SpeedTest _ ->
                solos.end(open.ticket().login(), why);
        }
    }
}
