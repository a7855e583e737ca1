// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.room.Departure;
import dev.duet.call.room.Occupant;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.call.switchboard.Alarms.Alarm.OfSilence;
import dev.duet.call.switchboard.Negotiations.Open;
import dev.duet.call.switchboard.Negotiations.Purpose;
import dev.duet.call.switchboard.Negotiations.Ticket;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest.EnterRoom;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// How a user comes into a room: its offer goes to the media, and the answer lets it in.
///
/// A login that is in a room, or entering one, is refused another entry (-3340): it has to exit first. Another login of
/// the same user displaces it, but not before the media has answered, so that a bad offer costs nobody a call. The
/// displaced device is told `roomExited` kicked. A device that logged in again and enters again replaces its own entry
/// without a word.
record Entrance(
        Lines lines, Alarms alarms, Rooms rooms, Negotiations negotiations, Connecting connecting, RoomDesk desk) {

    private static final Refusal OVERTAKEN =
            new Refusal(ErrorCode.ROOM_ENTER_REFUSED, "The entry was given up: the user left, or enters elsewhere.");
    private static final Refusal TOO_SLOW =
            new Refusal(ErrorCode.SERVER_BUSY, "The media did not answer in time; enter again.");

    void enter(Session session, RequestId request, EnterRoom asked, Instant now) {
        UserId user = session.user();
        Room room = rooms.find(asked.roomId()).orElseGet(() -> Room.open(asked.roomId(), asked.scene()));
        Optional<Refusal> refusal = isInOrEntering(session)
                ? Optional.of(Refusal.of(ErrorCode.ROOM_ENTER_REFUSED))
                : room.refuses(user, asked.scene());
        if (refusal.isPresent()) {
            lines.refuse(session.login(), request, refusal.get());
            return;
        }
        abort(open -> open.user().equals(user) && open.isEntry(), OVERTAKEN);
        Room latest = rooms.find(room.id()).orElse(room);
        rooms.put(latest.keepsPlaceFor(user, asked.scene()));
        begin(session, request, latest, new Purpose.Entry(asked.scene()), now);
        lines.add(new Effect.Negotiate(session.login(), request, room.id(), user, asked.sdp()));
    }

    void restartIce(Session session, RequestId request, String sdp, Instant now) {
        desk.roomOf(session)
                .ifPresentOrElse(
                        room -> {
                            begin(session, request, room, new Purpose.Restart(), now);
                            lines.add(new Effect.RestartIce(session.login(), request, room.id(), session.user(), sdp));
                        },
                        () -> lines.refuse(session.login(), request, Refusal.of(ErrorCode.ROOM_NOT_FOUND)));
    }

    void exit(Session session, RequestId request, Instant now) {
        abandon(session);
        desk.ends(session, Departure.LEFT, now);
        lines.reply(session.login(), request, new Result.Nothing());
    }

    /// The media has answered; nobody may be waiting any more.
    void negotiated(Command.Negotiated answered, Instant now) {
        negotiations.finish(new Ticket(answered.login(), answered.requestId())).ifPresent(open -> {
            switch (answered.answer()) {
                case MediaAnswer.Answered(String sdp) -> {
                    switch (open.purpose()) {
                        case Purpose.Entry _ -> letIn(open, sdp, now);
                        case Purpose.Restart _ -> reply(open, new Result.IceRestarted(sdp));
                    }
                }
                case MediaAnswer.Refused(String why) -> drop(open, new Refusal(ErrorCode.ROOM_SDP_REFUSED, why));
            }
        });
    }

    /// The media has not answered for too long.
    void overdue(Ticket ticket) {
        negotiations.finish(ticket).ifPresent(open -> drop(open, TOO_SLOW));
    }

    /// A login is gone or leaves: what it waits for is not wanted any more.
    void abandon(Session session) {
        abort(open -> open.session().equals(session), OVERTAKEN);
    }

    private boolean isInOrEntering(Session session) {
        boolean entering = !negotiations
                .matching(open -> open.session().equals(session) && open.isEntry())
                .isEmpty();
        return entering
                || rooms.of(session.user())
                        .flatMap(room -> room.occupant(session.user()))
                        .filter(it -> it.enteredBy().equals(session.login()))
                        .isPresent();
    }

    private void begin(Session session, RequestId request, Room room, Purpose purpose, Instant now) {
        negotiations.begin(new Open(new Ticket(session.login(), request), session, room.id(), purpose, now));
    }

    private void letIn(Open open, String sdp, Instant now) {
        UserId user = open.user();
        Optional<Occupant> earlier = rooms.of(user).flatMap(room -> room.occupant(user));
        boolean again =
                rooms.of(user).filter(room -> room.id().equals(open.room())).isPresent();
        earlier.ifPresent(one -> displace(one, open, again, now));
        Room before = rooms.find(open.room()).orElseThrow();
        Room room = link(before, user)
                .with(Occupant.enters(open.session().key(), open.ticket().login(), now));
        rooms.put(room);
        alarms.clear(new OfSilence(user));
        lines.journal(new CallEvent.Entered(
                room.inviteId(),
                room.id(),
                room.scene(),
                open.session().key(),
                room.occupants().size(),
                now));
        reply(open, new Result.Entered(sdp, room.usersFor(user), Duration.between(open.since(), now)));
        announce(room, user, earlier.filter(_ -> again));
    }

    private void displace(Occupant earlier, Open open, boolean sameRoom, Instant now) {
        boolean sameDevice = earlier.device().equals(open.session().key());
        if (!sameRoom) {
            desk.leave(earlier.user(), sameDevice ? Departure.LEFT : Departure.DISPLACED, now);
        }
        if (!sameDevice) {
            lines.tell(earlier.login(), new ServerEvent.RoomExited(ExitReason.KICKED));
        }
    }

    /// The other user is told of a newcomer; of one who was in already, only that it sends nothing yet.
    private void announce(Room room, UserId user, Optional<Occupant> earlier) {
        if (earlier.isEmpty()) {
            desk.tellOthers(room, user, new ServerEvent.UserEntered(user));
        } else if (!earlier.get().sends().equals(MediaFlags.NONE)) {
            desk.tellOthers(room, user, new ServerEvent.MediaChanged(user, MediaFlags.NONE));
        }
    }

    private Room link(Room room, UserId user) {
        Optional<InviteId> invitation = connecting.arrive(user);
        return room.inviteId() == null && invitation.isPresent() ? room.ledBy(invitation.get()) : room;
    }

    private void abort(Predicate<Open> which, Refusal why) {
        negotiations
                .matching(which)
                .forEach(open -> negotiations.finish(open.ticket()).ifPresent(it -> drop(it, why)));
    }

    private void drop(Open open, Refusal why) {
        if (open.isEntry()) {
            rooms.find(open.room()).ifPresent(room -> rooms.put(room.givesUpPlaceOf(open.user())));
        }
        boolean inside = rooms.find(open.room())
                .flatMap(room -> room.occupant(open.user()))
                .isPresent();
        if (open.isEntry() && !inside) {
            lines.add(new Effect.LeaveMedia(open.room(), open.user()));
        }
        refuse(open, why);
    }

    private void reply(Open open, Result result) {
        lines.reply(open.ticket().login(), open.ticket().request(), result);
    }

    private void refuse(Open open, Refusal refusal) {
        lines.refuse(open.ticket().login(), open.ticket().request(), refusal);
    }
}
