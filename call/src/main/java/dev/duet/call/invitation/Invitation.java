// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import dev.duet.call.invitation.InvitationState.Ended;
import dev.duet.call.invitation.InvitationState.Ringing;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.InvitationInfo;
import dev.duet.id.DeviceId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One user's wish to talk to another, from ringing to its one outcome. A value: each step makes a new one.
///
/// @param inviterDevice the device that sent it
/// @param asked the request as it came; `data` may have been modified since
/// @param rang the devices of the invitee that were told
public record Invitation(
        InviteId id,
        DeviceKey inviterDevice,
        Invite asked,
        String data,
        Instant createdAt,
        Set<DeviceId> rang,
        InvitationState state) {

    /// After this long even an invitation without a timeout ends: by then nobody waits, and it has to be forgotten
    /// once.
    /// Also the longest timeout that can be asked for.
    public static final Duration LONGEST = Duration.ofHours(24);

    /// A new one.
    public static Invitation ring(InviteId id, DeviceKey inviterDevice, Invite asked, Instant now) {
        return new Invitation(id, inviterDevice, asked, asked.data(), now, Set.of(), new Ringing());
    }

    public UserId inviter() {
        return inviterDevice.user();
    }

    public UserId invitee() {
        return asked.invitee();
    }

    public boolean isRinging() {
        return state instanceof Ringing;
    }

    /// Whether the invitee may know of it: one for online users only was never shown to a user who was offline then, so
    /// nothing of it is shown later either.
    public boolean isVisibleToInvitee() {
        return !asked.onlineUserOnly() || !rang.isEmpty();
    }

    /// When it times out, as clients see it: `createdAt` when it never does.
    public Instant deadline() {
        return createdAt.plus(asked.timeout());
    }

    /// When the server ends it by itself.
    public Instant endsAt() {
        return asked.timeout().isZero() ? createdAt.plus(LONGEST) : deadline();
    }

    /// It rings on this device too.
    public Invitation ringsOn(DeviceId device) {
        Set<DeviceId> devices = new HashSet<>(rang);
        devices.add(device);
        return new Invitation(id, inviterDevice, asked, data, createdAt, Set.copyOf(devices), state);
    }

    /// The invitee takes it.
    public Step accept(Actor actor, String answer, Instant now) {
        return end(actor, invitee(), new Ended(Outcome.ACCEPTED, answer, actor, now));
    }

    /// The invitee declines.
    public Step reject(Actor actor, String answer, Instant now) {
        return end(actor, invitee(), new Ended(Outcome.REJECTED, answer, actor, now));
    }

    /// The inviter gives up.
    public Step cancel(Actor actor, String reason, Instant now) {
        return end(actor, inviter(), new Ended(Outcome.CANCELLED, reason, actor, now));
    }

    /// The inviter changes the data; not after it ended, and not what was never stored.
    public Step modify(Actor actor, String newData) {
        if (!actor.user().equals(inviter())) {
            return notYours("Only the inviter can modify an invitation.");
        }
        if (asked.onlineUserOnly()) {
            return notYours("An invitation for online users only cannot be modified.");
        }
        return switch (state) {
            case Ringing _ ->
                new Step.Moved(new Invitation(id, inviterDevice, asked, newData, createdAt, rang, new Ringing()));
            case Ended _ -> over();
        };
    }

    /// Nobody answered in time.
    public Invitation timeOut(Instant now) {
        return become(new Ended(Outcome.TIMED_OUT, "", null, now));
    }

    /// The server answers for a busy invitee.
    public Invitation busy(Instant now) {
        return become(new Ended(Outcome.BUSY, BusyData.of(data), null, now));
    }

    /// The invitation as clients see it.
    public InvitationInfo info() {
        InvitationInfo.End end = switch (state) {
            case Ringing _ -> null;
            case Ended ended -> new InvitationInfo.End(ended.outcome().shown(), ended.data());
        };
        return new InvitationInfo(
                id,
                inviter(),
                List.of(invitee()),
                data,
                asked.timeout(),
                createdAt,
                deadline(),
                asked.onlineUserOnly(),
                end);
    }

    private Step end(Actor actor, UserId entitled, Ended wanted) {
        if (!actor.user().equals(entitled)) {
            return notYours("Only " + (entitled.equals(inviter()) ? "the inviter" : "the invitee") + " can do this.");
        }
        return switch (state) {
            case Ringing _ -> new Step.Moved(become(wanted));
            case Ended ended -> ended.isRepeatedBy(wanted) ? new Step.Repeated() : over();
        };
    }

    private Invitation become(InvitationState next) {
        return new Invitation(id, inviterDevice, asked, data, createdAt, rang, next);
    }

    private static Step notYours(String message) {
        return new Step.Refused(new Refusal(ErrorCode.NO_PERMISSION, message));
    }

    private static Step over() {
        return new Step.Refused(Refusal.of(ErrorCode.INVALID_INVITE_ID));
    }
}
