// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.call.machine.CallEvent;
import dev.duet.client.call.offer.CallData;
import dev.duet.client.call.offer.CallOffer;
import dev.duet.client.call.state.CallDirection;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.EndSide;
import dev.duet.client.call.state.RejectReason;
import dev.duet.client.stay.Landing;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result.Invitation;
import dev.duet.frame.Result.Invited;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The invitation behind a call: how it is sent and answered, and what is told of it.
final class Ring {
    /// What a request ends with when there is no connection.
    private static final Set<Integer> UNANSWERED = Set.of(Code.REQUEST_TIMEOUT, Code.NOT_LOGGED_IN, Code.DISCONNECTED);

    /// An invitation of the other side that crossed the own one.
    private record Crossing(InviteId inviteId, CallOffer offer) {}

    private final RoomWire wire;
    private final DeviceId device;
    private final CallDirection direction;
    private final Consumer<CallEvent> feed;
    private InviteId current;
    private CompletableFuture<Optional<CallOffer>> meeting;
    private @Nullable Crossing crossing;

    Ring(RoomWire wire, DeviceId device, CallStart start, Consumer<CallEvent> feed) {
        this.wire = wire;
        this.device = device;
        this.direction = start.direction();
        this.current = start.inviteId();
        this.meeting = CompletableFuture.completedFuture(Optional.of(start.offer()));
        this.feed = feed;
    }

    InviteId id() {
        return current;
    }

    /// What kind of call it is, and where it takes place; empty when the invitation that stands names no room.
    CompletableFuture<Optional<CallOffer>> offer() {
        return meeting;
    }

    /// Whether it rings now under the id that was asked for.
    CompletableFuture<Boolean> dial(UserId invitee, CallOffer offer, Duration timeout) {
        InviteId asked = current;
        ClientRequest invite = new ClientRequest.Invite(invitee, CallData.invite(offer), timeout, false, null, asked);
        return wire.request(invite, Invited.class::cast).thenApply(answer -> {
            invited(answer, asked);
            return answer.isOk() && current.equals(asked);
        });
    }

    private void invited(Result<Invited> answer, InviteId asked) {
        Invited made = answer.data();
        if (made == null) {
            feed.accept(new CallEvent.InviteRefused(UNANSWERED.contains(answer.code()), answer.bare()));
        } else if (made.inviteId().equals(asked)) {
            feed.accept(new CallEvent.Invited());
        } else {
            adopt(made.inviteId());
        }
    }

    /// Both sides called each other: the other's invitation stands for both, and its room is where we meet.
    private void adopt(InviteId stands) {
        current = stands;
        CompletableFuture<Result<Invitation>> found =
                wire.request(new ClientRequest.GetInvitation(stands), Invitation.class::cast);
        meeting = crossing != null && crossing.inviteId().equals(stands)
                ? CompletableFuture.completedFuture(Optional.of(crossing.offer()))
                : found.thenApply(Ring::offerOf);
        feed.accept(new CallEvent.Invited());
        Landing.then(found, answer -> {
            if (isAccepted(answer)) {
                feed.accept(new CallEvent.Accepted());
            }
        });
    }

    private static Optional<CallOffer> offerOf(Result<Invitation> found) {
        Invitation data = found.data();
        return data == null
                ? Optional.empty()
                : CallData.readOffer(data.invitation().data());
    }

    private static boolean isAccepted(Result<Invitation> found) {
        Invitation data = found.data();
        InvitationInfo.End end = data == null ? null : data.invitation().end();
        return end != null && end.outcome() == InvitationInfo.Outcome.ACCEPTED;
    }

    /// The server may make one call of both.
    void crossedBy(InviteId inviteId, CallOffer offer) {
        crossing = new Crossing(inviteId, offer);
    }

    CompletableFuture<Result<Void>> accept() {
        return step(new ClientRequest.Accept(current, "")).thenApply(answer -> {
            boolean over = answer.code() == Code.INVALID_INVITE_ID;
            feed.accept(answer.isOk() ? new CallEvent.AcceptDone() : new CallEvent.AcceptRefused(over, answer));
            return answer;
        });
    }

    CompletableFuture<Result<Void>> cancel() {
        return step(new ClientRequest.Cancel(current, "")).thenApply(answer -> {
            if (answer.isOk()) {
                feed.accept(new CallEvent.CancelDone());
            }
            return answer;
        });
    }

    CompletableFuture<Result<Void>> reject(CallMedia media, RejectReason reason) {
        return step(new ClientRequest.Reject(current, CallData.reject(media, reason)));
    }

    private CompletableFuture<Result<Void>> step(ClientRequest request) {
        return wire.request(request, Nothing.class::cast).thenApply(Result::bare);
    }

    void take(ServerEvent event) {
        switch (event) {
            case ServerEvent.InvitationDelivered told
            when isMine(told.inviteId()) -> feed.accept(new CallEvent.Delivered());
            case ServerEvent.InviteeAccepted told when isMine(told.inviteId()) -> accepted(told.device());
            case ServerEvent.InviteeRejected told when isMine(told.inviteId()) -> rejected(told.data());
            case ServerEvent.InvitationCancelled told
            when isMine(told.inviteId()) -> feed.accept(new CallEvent.Cancelled(sideOf(told.inviter())));
            case ServerEvent.InvitationTimeout told
            when isMine(told.inviteId()) -> feed.accept(new CallEvent.TimedOut());
            default -> {
                // Of another invitation, or of none.
            }
        }
    }

    private boolean isMine(InviteId told) {
        return told.equals(current);
    }

    private boolean isOutgoing() {
        return direction == CallDirection.OUTGOING;
    }

    private void accepted(DeviceId by) {
        if (isOutgoing()) {
            feed.accept(new CallEvent.Accepted());
        } else if (!by.equals(device)) {
            feed.accept(new CallEvent.AnsweredElsewhere(true));
        }
    }

    private void rejected(String data) {
        feed.accept(
                isOutgoing()
                        ? new CallEvent.Rejected(CallData.readReason(data))
                        : new CallEvent.AnsweredElsewhere(false));
    }

    private EndSide sideOf(UserId user) {
        return user.equals(wire.userId()) ? EndSide.LOCAL : EndSide.REMOTE;
    }
}
