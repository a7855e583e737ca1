// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.session.SessionState.Connecting;
import dev.duet.client.session.SessionState.Online;
import dev.duet.client.session.SessionState.Underway;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.InvitationInfo.Outcome;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result.LoggedIn;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.json.FrameWriter;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Being logged in: what waited is answered from the snapshot or sent again, then what was missed is told.
final class Arrival {
    private final Desk desk;
    private final Knowledge knowledge;
    private final LoggedIn login;
    private final Turn turn;

    private Arrival(Desk desk, LoggedIn login, Turn turn) {
        this.desk = desk;
        this.knowledge = desk.knowledge;
        this.login = login;
        this.turn = turn;
    }

    static Online of(Underway state, LoggedIn login, Turn turn) {
        turn.add(new SessionEffect.SignedIn(
                Result.done(new SessionEffect.Greeting(login.serverTime(), login.iceServers()))));
        Arrival arrival = new Arrival(state.desk(), login, turn);
        arrival.takeUp();
        // Before anything is learned: what is missed is judged by what was known.
        List<Notice> missed =
                Missed.between(arrival.knowledge, login, arrival.desk.identity.userId(), state instanceof Connecting);
        arrival.leaveStrayRooms();
        missed.forEach(arrival::tell);
        return new Online(state.desk(), turn.now(), login.heartbeat(), null);
    }

    private void takeUp() {
        List<OpenRequest> waiting = new ArrayList<>(desk.waiting);
        desk.waiting.clear();
        for (OpenRequest open : waiting) {
            Optional<Result<dev.duet.frame.Result>> answer =
                    open.repeated() ? answer(open.request()) : Optional.empty();
            if (answer.isPresent()) {
                turn.settle(open, answer.get());
            } else {
                desk.waiting.add(open.sentNow());
                turn.add(new SessionEffect.Send(desk.socket, open.text()));
            }
        }
    }

    /// The answer to a request that may have reached the server on an earlier socket, when the snapshot shows it.
    private Optional<Result<dev.duet.frame.Result>> answer(ClientRequest request) {
        return switch (request) {
            case ClientRequest.HoldRoom hold -> held();
            case ClientRequest.Invite invite -> listed(invite.inviteId()).map(this::invited);
            case ClientRequest.Accept accept -> ended(accept.inviteId(), Outcome.ACCEPTED);
            case ClientRequest.Reject reject -> ended(reject.inviteId(), Outcome.REJECTED);
            case ClientRequest.Cancel cancel -> ended(cancel.inviteId(), Outcome.CANCELLED);
            default -> Optional.empty();
        };
    }

    private Optional<Result<dev.duet.frame.Result>> held() {
        RoomInfo room = knowledge.room();
        if (room == null || !Knowledge.is(login.held(), room.roomId())) {
            return Optional.empty();
        }
        knowledge.hold();
        return Optional.of(Result.done(new dev.duet.frame.Result.Nothing()));
    }

    private Optional<InvitationInfo> listed(@Nullable InviteId id) {
        return login.pending().stream()
                .filter(each -> each.inviteId().equals(id))
                .findFirst();
    }

    private Result<dev.duet.frame.Result> invited(InvitationInfo invitation) {
        knowledge.remember(invitation.inviteId(), invitation.inviteeList(), invitation.data(), turn.now());
        return Result.done(new dev.duet.frame.Result.Invited(invitation.inviteId(), invitation.deadline()));
    }

    private Optional<Result<dev.duet.frame.Result>> ended(InviteId id, Outcome wanted) {
        InvitationInfo.End end = listed(id).map(InvitationInfo::end).orElse(null);
        if (end == null) {
            return Optional.empty();
        }
        if (end.outcome() != wanted) {
            return Optional.of(Result.refused(Code.INVALID_INVITE_ID, "The invitation has already ended."));
        }
        knowledge.rememberEnd(id, turn.now());
        return Optional.of(Result.done(new dev.duet.frame.Result.Nothing()));
    }

    private void tell(Notice notice) {
        switch (notice) {
            case Notice.RoomLost(RoomId room) -> knowledge.leave(room);
            case Notice.Told(var event) -> Learning.isNews(knowledge, event, turn.now());
        }
        turn.add(new SessionEffect.Notify(notice));
    }

    /// A room this client knows nothing of belongs to an earlier run of it: leaving it tells the other side at once.
    private void leaveStrayRooms() {
        boolean moving = desk.waiting.stream().anyMatch(open -> moves(open.request()));
        if (moving) {
            return;
        }
        if (isStray(login.room()) && knowledge.warm() == null) {
            leave("stray", null);
        }
        RoomInfo held = login.held();
        if (held != null && isStray(held)) {
            leave("strayHeld", held.roomId());
        }
    }

    private static boolean moves(ClientRequest request) {
        return request instanceof ClientRequest.EnterRoom
                || request instanceof ClientRequest.WarmUp
                || request instanceof ClientRequest.HoldRoom
                || request instanceof ClientRequest.ExitRoom;
    }

    private boolean isStray(@Nullable RoomInfo room) {
        return room != null
                && !Knowledge.is(knowledge.room(), room.roomId())
                && !Knowledge.is(knowledge.held(), room.roomId());
    }

    private void leave(String id, @Nullable RoomId room) {
        Request request = new Request(new RequestId.Text(id + desk.socket), new ClientRequest.ExitRoom(room));
        turn.add(new SessionEffect.Send(desk.socket, FrameWriter.write(request)));
    }
}
