// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.InvitationInfo.Outcome;
import dev.duet.frame.RequestId;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rules of the switchboard once more, as simply as they can be said: no index, no alarm, no effect. Whatever is
/// asked is found by looking at everything that ever happened.
final class NaiveModel {
    private final BusyPolicy policy;
    final List<Ring> rings = new ArrayList<>();
    final Map<DeviceKey, LoginId> online = new LinkedHashMap<>();
    final NaiveRooms rooms = new NaiveRooms();
    final NaivePresence presence = new NaivePresence(online);

    NaiveModel(BusyPolicy policy) {
        this.policy = policy;
    }

    void tick(Instant now) {
        rings.removeIf(ring -> ring.endedAt != null && !now.isBefore(ring.endedAt.plusSeconds(60)));
        rings.stream()
                .filter(ring -> ring.end == null && !now.isBefore(ring.endsAt))
                .forEach(ring -> {
                    ring.end(Outcome.TIMED_OUT, "", null, ring.endsAt);
                    closeLobbies(ring);
                });
        rooms.tick(now);
    }

    /// The code of the refusal, or null for a yes; what the media has to answer is a yes.
    @Nullable
    ErrorCode ask(Doer doer, RequestId request, ClientRequest body, @Nullable InviteId made, Instant now) {
        return switch (body) {
            case Invite invite -> invite(doer, invite, made, now);
            case ClientRequest.Cancel(var id, var data) -> end(doer, id, true, Outcome.CANCELLED, data, now);
            case ClientRequest.Accept(var id, var data) -> end(doer, id, false, Outcome.ACCEPTED, data, now);
            case ClientRequest.Reject(var id, var data) -> end(doer, id, false, Outcome.REJECTED, data, now);
            case ClientRequest.ModifyInvitation modify -> modify(doer, modify);
            case ClientRequest.GetInvitation(var id) -> {
                Ring ring = find(id);
                yield ring != null && ring.isShownTo(doer.user()) ? null : ErrorCode.INVALID_INVITE_ID;
            }
            case ClientRequest.WarmUp warmUp -> warmUp(doer, request, warmUp, now);
            case ClientRequest.EnterRoom enter -> rooms.enter(doer, request, enter, now);
            case ClientRequest.RestartIce _ -> rooms.restartIce(doer);
            case ClientRequest.SetMedia(var flags) -> rooms.setMedia(doer, flags);
            case ClientRequest.SetReceive _ -> rooms.setReceive(doer);
            case ClientRequest.HoldRoom _ -> rooms.hold(doer, now);
            case ClientRequest.StartSpeedTest _ -> rooms.startTest(doer, request, now);
            case ClientRequest.SubscribeUserStatus(var users) -> presence.subscribe(doer, users);
            default -> {
                does(doer, body, now);
                yield null;
            }
        };
    }

    /// What is never refused.
    private void does(Doer doer, ClientRequest body, Instant now) {
        switch (body) {
            case ClientRequest.ExitRoom(var room) -> rooms.exit(doer, room, now);
            case ClientRequest.StopSpeedTest _ -> rooms.stopTest(doer);
            case ClientRequest.UnsubscribeUserStatus(var users) -> presence.unsubscribe(doer, users);
            case ClientRequest.SetSelfStatus(var saying) -> presence.say(doer.user(), saying);
            case ClientRequest.GetUserStatus _ -> {}
            case ClientRequest.Logout _ -> {
                ends(doer, now);
                presence.went(doer, false);
            }
            default -> throw new IllegalArgumentException("not modelled: " + body);
        }
    }

    /// The other devices of the user that have to go when this one logs in: two may stay.
    List<Doer> tooMany(DeviceKey device) {
        List<Doer> others = online.entrySet().stream()
                .filter(entry -> entry.getKey().user().equals(device.user())
                        && !entry.getKey().equals(device))
                .map(entry -> new Doer(entry.getKey(), entry.getValue()))
                .toList();
        return others.subList(0, Math.max(0, others.size() - 1));
    }

    void logIn(Doer doer, List<Doer> kicked, Instant now) {
        LoginId before = online.remove(doer.device());
        if (before != null) {
            rooms.abandon(before);
            presence.watching.remove(before);
        }
        kicked.forEach(one -> {
            ends(one, now);
            presence.watching.remove(one.login());
        });
        online.put(doer.device(), doer.login());
        presence.came(doer.user());
        rooms.returns(doer);
        rings.stream()
                .filter(ring -> ring.end == null && ring.invitee().equals(doer.user()) && ring.visible())
                .forEach(ring -> ring.seen = true);
    }

    void losesSocket(Doer doer, Instant now) {
        online.remove(doer.device(), doer.login());
        rooms.losesSocket(doer, now);
        presence.went(doer, true);
    }

    void kick(UserId user, Instant now) {
        List<Doer> all = online.entrySet().stream()
                .filter(entry -> entry.getKey().user().equals(user))
                .map(entry -> new Doer(entry.getKey(), entry.getValue()))
                .toList();
        all.forEach(one -> ends(one, now));
        all.forEach(one -> presence.went(one, false));
        rooms.solos.values().removeIf(solo -> solo.doer.user().equals(user));
        rooms.leave(user, now);
        rooms.giveUp(user);
    }

    private void ends(Doer doer, Instant now) {
        online.remove(doer.device(), doer.login());
        rooms.abandon(doer.login());
        rooms.ends(doer.device(), now);
    }

    List<Ring> ringingFor(UserId invitee) {
        return rings.stream()
                .filter(ring -> ring.end == null && ring.invitee().equals(invitee) && ring.visible())
                .toList();
    }

    /// The invitations that this device made or hears.
    List<InviteId> ringingAt(Doer doer) {
        return rings.stream()
                .filter(ring -> ring.end == null)
                .filter(ring -> ring.by.equals(doer.device()) || ring.invitee().equals(doer.user()))
                .map(ring -> ring.id)
                .toList();
    }

    @Nullable
    Ring find(InviteId id) {
        return rings.stream().filter(ring -> ring.id.equals(id)).findFirst().orElse(null);
    }

    boolean remembers(InviteId made) {
        return rings.stream().anyMatch(ring -> ring.id.equals(made) || ring.aliases.containsKey(made));
    }

    private @Nullable ErrorCode invite(Doer doer, Invite invite, @Nullable InviteId made, Instant now) {
        if (invite.invitee().equals(doer.user())) {
            return ErrorCode.INVALID_RECEIVER;
        }
        InviteId given = invite.inviteId();
        if (given != null) {
            for (Ring ring : rings) {
                Invite alias = ring.aliases.get(given);
                if (alias != null) {
                    boolean same = alias.equals(invite) && ring.invitee().equals(doer.user());
                    return same ? null : ErrorCode.ALREADY_EXISTS;
                }
                if (ring.id.equals(given)) {
                    boolean same = ring.asked.equals(invite) && ring.inviter().equals(doer.user());
                    return same ? null : ErrorCode.ALREADY_EXISTS;
                }
            }
        }
        for (Ring ring : ringingFor(doer.user())) {
            if (ring.inviter().equals(invite.invitee())) {
                ring.end(Outcome.ACCEPTED, "", doer, now);
                if (given != null) {
                    ring.aliases.put(given, invite);
                }
                meet(ring, doer, now);
                return null;
            }
        }
        boolean busy = policy == BusyPolicy.SERVER && isBusy(invite.invitee(), doer.user());
        Ring ring = new Ring(Objects.requireNonNull(made), doer.device(), invite, now);
        rings.add(ring);
        if (busy) {
            ring.end(Outcome.REJECTED, "busy", null, now);
        } else {
            ring.seen =
                    online.keySet().stream().anyMatch(device -> device.user().equals(invite.invitee()));
        }
        return null;
    }

    private boolean isBusy(UserId user, UserId caller) {
        return !rooms.areTogether(user, caller)
                && (rooms.isTaken(user) || rings.stream().anyMatch(ring -> ring.end == null && ring.isShownTo(user)));
    }

    private @Nullable ErrorCode end(
            Doer doer, InviteId id, boolean byInviter, Outcome outcome, String data, Instant now) {
        Ring ring = find(id);
        if (ring == null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        if (!doer.user().equals(byInviter ? ring.inviter() : ring.invitee())) {
            return ErrorCode.NO_PERMISSION;
        }
        if (ring.end != null) {
            boolean repeated = ring.endedBy != null
                    && ring.end.outcome() == outcome
                    && ring.endedBy.device().equals(doer.device())
                    && !ring.endedBy.login().equals(doer.login());
            return repeated ? null : ErrorCode.INVALID_INVITE_ID;
        }
        ring.end(outcome, data, doer, now);
        if (outcome == Outcome.ACCEPTED) {
            accept(ring, doer, now);
        } else {
            closeLobbies(ring);
        }
        return null;
    }

    private void closeLobbies(Ring ring) {
        rooms.solos.values().removeIf(solo -> ring.id.equals(solo.invitation));
    }

    /// After glare both go where the inviter goes.
    private void meet(Ring ring, Doer by, Instant now) {
        Solo own = rooms.solos.get(by.login());
        List<Solo> inviters = lobbies(ring).stream()
                .filter(lobby -> lobby.doer.user().equals(ring.inviter()))
                .toList();
        if (own != null && ring.id.equals(own.invitation) && !inviters.isEmpty()) {
            own.room = inviters.getFirst().room;
        }
        accept(ring, by, now);
    }

    private void accept(Ring ring, Doer by, Instant now) {
        rooms.connect(ring, now);
        for (Solo lobby : lobbies(ring)) {
            if (!lobby.doer.user().equals(ring.inviter()) && !lobby.doer.login().equals(by.login())) {
                rooms.solos.remove(lobby.doer.login());
            }
        }
        List<Solo> left = lobbies(ring);
        left.stream().filter(one -> one.doer.user().equals(ring.inviter())).forEach(one -> rooms.call(one, now));
        left.stream().filter(one -> one.doer.login().equals(by.login())).forEach(one -> rooms.call(one, now));
    }

    private List<Solo> lobbies(Ring ring) {
        return rooms.solos.values().stream()
                .filter(solo -> ring.id.equals(solo.invitation))
                .toList();
    }

    private @Nullable ErrorCode warmUp(Doer doer, RequestId request, ClientRequest.WarmUp asked, Instant now) {
        if (rooms.isIn(doer) || rooms.isEntering(doer)) {
            return ErrorCode.ROOM_ENTER_REFUSED;
        }
        Ring ring = find(asked.inviteId());
        if (ring == null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        if (!ring.by.equals(doer.device()) && !ring.invitee().equals(doer.user())) {
            return ErrorCode.NO_PERMISSION;
        }
        if (ring.end != null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        if (rooms.isFull(asked.roomId(), doer.user())) {
            return ErrorCode.ROOM_FULL;
        }
        rooms.solos.remove(doer.login());
        rooms.solos.put(doer.login(), new Solo(doer, request, ring.id, asked.roomId(), asked.media(), now));
        return null;
    }

    private @Nullable ErrorCode modify(Doer doer, ClientRequest.ModifyInvitation modify) {
        Ring ring = find(modify.inviteId());
        if (ring == null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        if (!doer.user().equals(ring.inviter()) || ring.asked.onlineUserOnly()) {
            return ErrorCode.NO_PERMISSION;
        }
        if (ring.end != null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        ring.data = modify.data();
        return null;
    }
}
