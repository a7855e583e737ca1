// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.switchboard.AppPolicy.BusyPolicy;
import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.Invite;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.RoomUser;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of the switchboard once more, as simply as they can be said: no index, no alarm, no effect. Whatever is
/// asked is found by looking at everything that ever happened.
final class NaiveModel {
    record Doer(DeviceKey device, LoginId login) {
        UserId user() {
            return device.user();
        }
    }

    static final class Ring {
        final InviteId id;
        final UserId inviter;
        final Invite asked;
        final Instant endsAt;
        boolean seen;
        String data;
        InvitationInfo.@Nullable End end;

        @Nullable
        Instant endedAt;

        @Nullable
        Doer endedBy;

        final Map<InviteId, Invite> aliases = new HashMap<>();

        Ring(InviteId id, UserId inviter, Invite asked, Instant now) {
            this.id = id;
            this.inviter = inviter;
            this.asked = asked;
            this.data = asked.data();
            this.endsAt = now.plus(asked.timeout().isZero() ? Duration.ofHours(24) : asked.timeout());
        }

        boolean visible() {
            return seen || !asked.onlineUserOnly();
        }

        void end(InvitationInfo.Outcome outcome, String with, @Nullable Doer by, Instant now) {
            end = new InvitationInfo.End(outcome, with);
            endedAt = now;
            endedBy = by;
        }
    }

    static final class Seat {
        final RoomId room;
        final Doer enteredBy;
        MediaFlags flags = MediaFlags.NONE;

        @Nullable
        Instant noSocketSince;

        @Nullable
        Instant noMediaSince;

        Seat(RoomId room, Doer enteredBy, Instant now) {
            this.room = room;
            this.enteredBy = enteredBy;
            this.noMediaSince = now;
        }

        boolean vanished(Instant now) {
            return noSocketSince != null
                    && noMediaSince != null
                    && !now.isBefore(noSocketSince.plusSeconds(15))
                    && !now.isBefore(noMediaSince.plusSeconds(15));
        }
    }

    record Entering(RoomId room, Doer doer, RequestId request, Instant since) {}

    record Waiting(InviteId id, UserId partner, Instant until) {}

    private final BusyPolicy policy;
    final List<Ring> rings = new ArrayList<>();
    final Map<UserId, Seat> seats = new LinkedHashMap<>();
    final Map<UserId, Entering> entering = new LinkedHashMap<>();
    final Map<DeviceKey, LoginId> online = new LinkedHashMap<>();
    private final Map<UserId, Waiting> waiting = new HashMap<>();
    private final Map<RoomId, InviteId> led = new HashMap<>();

    NaiveModel(BusyPolicy policy) {
        this.policy = policy;
    }

    void tick(Instant now) {
        rings.removeIf(ring -> ring.endedAt != null && !now.isBefore(ring.endedAt.plusSeconds(60)));
        rings.stream()
                .filter(ring -> ring.end == null && !now.isBefore(ring.endsAt))
                .forEach(ring -> ring.end(InvitationInfo.Outcome.TIMED_OUT, "", null, ring.endsAt));
        waiting.values().removeIf(one -> !now.isBefore(one.until));
        entering.values().removeIf(one -> !now.isBefore(one.since.plusSeconds(10)));
        List.copyOf(seats.entrySet()).stream()
                .filter(entry -> entry.getValue().vanished(now))
                .forEach(entry -> leave(entry.getKey()));
    }

    /// The code of the refusal, or null for a yes; a room that is being entered is a yes.
    @Nullable
    ErrorCode ask(Doer doer, RequestId request, ClientRequest body, @Nullable InviteId made, Instant now) {
        return switch (body) {
            case Invite invite -> invite(doer, invite, made, now);
            case ClientRequest.Cancel cancel ->
                end(doer, cancel.inviteId(), true, InvitationInfo.Outcome.CANCELLED, cancel.data(), now);
            case ClientRequest.Accept accept ->
                end(doer, accept.inviteId(), false, InvitationInfo.Outcome.ACCEPTED, accept.data(), now);
            case ClientRequest.Reject reject ->
                end(doer, reject.inviteId(), false, InvitationInfo.Outcome.REJECTED, reject.data(), now);
            case ClientRequest.ModifyInvitation modify -> modify(doer, modify);
            case ClientRequest.GetInvitation get -> {
                Ring ring = find(get.inviteId());
                yield ring != null && shows(doer.user(), ring) ? null : ErrorCode.INVALID_INVITE_ID;
            }
            case ClientRequest.EnterRoom enter -> enter(doer, request, enter.roomId(), now);
            case ClientRequest.SetMedia media -> setMedia(doer, media.media());
            case ClientRequest.ExitRoom _ -> {
                abandon(doer.login());
                ends(doer.device());
                yield null;
            }
            case ClientRequest.Logout _ -> {
                abandon(doer.login());
                ends(doer.device());
                online.remove(doer.device());
                yield null;
            }
            default -> throw new IllegalArgumentException("not modelled: " + body);
        };
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

    void logIn(Doer doer, List<Doer> kicked) {
        LoginId before = online.remove(doer.device());
        if (before != null) {
            abandon(before);
        }
        kicked.forEach(this::kicked);
        online.put(doer.device(), doer.login());
        Seat seat = seats.get(doer.user());
        if (seat != null && seat.enteredBy.device().equals(doer.device())) {
            seat.noSocketSince = null;
        }
        rings.stream()
                .filter(ring -> ring.end == null && ring.asked.invitee().equals(doer.user()) && ring.visible())
                .forEach(ring -> ring.seen = true);
    }

    void losesSocket(Doer doer, Instant now) {
        online.remove(doer.device(), doer.login());
        abandon(doer.login());
        Seat seat = seats.get(doer.user());
        if (seat != null && seat.enteredBy.device().equals(doer.device())) {
            seat.noSocketSince = now;
        }
    }

    void kicked(Doer doer) {
        online.remove(doer.device(), doer.login());
        abandon(doer.login());
        ends(doer.device());
    }

    int waitingCount() {
        return waiting.size();
    }

    void negotiated(UserId user, LoginId login, RequestId request, boolean accepted, Instant now) {
        Entering open = entering.get(user);
        if (open == null || !open.doer.login().equals(login) || !open.request.equals(request)) {
            return;
        }
        Doer doer = open.doer;
        entering.remove(doer.user());
        if (!accepted) {
            return;
        }
        Seat before = seats.get(doer.user());
        if (before != null && !before.room.equals(open.room)) {
            leave(doer.user());
        }
        seats.put(doer.user(), new Seat(open.room, doer, now));
        Waiting expected = waiting.remove(doer.user());
        if (expected != null) {
            led.putIfAbsent(open.room, expected.id);
        }
    }

    List<Ring> ringingFor(UserId invitee) {
        return rings.stream()
                .filter(ring -> ring.end == null && ring.asked.invitee().equals(invitee) && ring.visible())
                .toList();
    }

    boolean shows(UserId user, Ring ring) {
        return ring.inviter.equals(user) || (ring.asked.invitee().equals(user) && ring.visible());
    }

    Set<RoomUser> othersOf(UserId user) {
        Seat own = Objects.requireNonNull(seats.get(user));
        Set<RoomUser> others = new HashSet<>();
        seats.forEach((other, seat) -> {
            if (!other.equals(user) && seat.room.equals(own.room)) {
                others.add(new RoomUser(other, seat.flags));
            }
        });
        return others;
    }

    void leave(UserId user) {
        Seat seat = seats.remove(user);
        if (seat != null && seats.values().stream().noneMatch(other -> other.room.equals(seat.room))) {
            InviteId over = led.remove(seat.room);
            waiting.values().removeIf(one -> one.id.equals(over));
        }
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
                    boolean same = alias.equals(invite) && ring.asked.invitee().equals(doer.user());
                    return same ? null : ErrorCode.ALREADY_EXISTS;
                }
                if (ring.id.equals(given)) {
                    boolean same = ring.asked.equals(invite) && ring.inviter.equals(doer.user());
                    return same ? null : ErrorCode.ALREADY_EXISTS;
                }
            }
        }
        for (Ring ring : ringingFor(doer.user())) {
            if (ring.inviter.equals(invite.invitee())) {
                ring.end(InvitationInfo.Outcome.ACCEPTED, "", doer, now);
                connect(ring, now);
                if (given != null) {
                    ring.aliases.put(given, invite);
                }
                return null;
            }
        }
        boolean busy = policy == BusyPolicy.SERVER && isBusy(invite.invitee(), doer.user());
        Ring ring = new Ring(Objects.requireNonNull(made), doer.user(), invite, now);
        rings.add(ring);
        if (busy) {
            ring.end(InvitationInfo.Outcome.REJECTED, "busy", null, now);
        } else {
            ring.seen =
                    online.keySet().stream().anyMatch(device -> device.user().equals(invite.invitee()));
        }
        return null;
    }

    private boolean isBusy(UserId user, UserId caller) {
        Seat own = seats.get(user);
        Seat callers = seats.get(caller);
        Waiting awaited = waiting.get(user);
        if ((own != null && callers != null && own.room.equals(callers.room))
                || (awaited != null && awaited.partner.equals(caller))) {
            return false;
        }
        return own != null || awaited != null || rings.stream().anyMatch(ring -> ring.end == null && shows(user, ring));
    }

    private @Nullable ErrorCode end(
            Doer doer, InviteId id, boolean byInviter, InvitationInfo.Outcome outcome, String data, Instant now) {
        Ring ring = find(id);
        if (ring == null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        if (!doer.user().equals(byInviter ? ring.inviter : ring.asked.invitee())) {
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
        if (outcome == InvitationInfo.Outcome.ACCEPTED) {
            connect(ring, now);
        }
        return null;
    }

    private void connect(Ring ring, Instant now) {
        Instant until = now.plusSeconds(20);
        waiting.put(ring.inviter, new Waiting(ring.id, ring.asked.invitee(), until));
        waiting.put(ring.asked.invitee(), new Waiting(ring.id, ring.inviter, until));
    }

    private @Nullable ErrorCode modify(Doer doer, ClientRequest.ModifyInvitation modify) {
        Ring ring = find(modify.inviteId());
        if (ring == null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        if (!doer.user().equals(ring.inviter) || ring.asked.onlineUserOnly()) {
            return ErrorCode.NO_PERMISSION;
        }
        if (ring.end != null) {
            return ErrorCode.INVALID_INVITE_ID;
        }
        ring.data = modify.data();
        return null;
    }

    private @Nullable ErrorCode enter(Doer doer, RequestId request, RoomId room, Instant now) {
        Seat own = seats.get(doer.user());
        Entering open = entering.get(doer.user());
        if ((own != null && own.enteredBy.login().equals(doer.login()))
                || (open != null && open.doer.login().equals(doer.login()))) {
            return ErrorCode.ROOM_ENTER_REFUSED;
        }
        Stream<UserId> sitting = seats.entrySet().stream()
                .filter(entry -> entry.getValue().room.equals(room))
                .map(Map.Entry::getKey);
        Stream<UserId> coming = entering.entrySet().stream()
                .filter(entry -> entry.getValue().room.equals(room))
                .map(Map.Entry::getKey);
        if (Stream.concat(sitting, coming)
                        .filter(other -> !other.equals(doer.user()))
                        .distinct()
                        .count()
                > 1) {
            return ErrorCode.ROOM_FULL;
        }
        entering.put(doer.user(), new Entering(room, doer, request, now));
        return null;
    }

    private @Nullable ErrorCode setMedia(Doer doer, MediaFlags flags) {
        Seat seat = seats.get(doer.user());
        if (seat == null || !seat.enteredBy.device().equals(doer.device())) {
            return ErrorCode.ROOM_NOT_FOUND;
        }
        boolean taken =
                othersOf(doer.user()).stream().anyMatch(other -> other.media().screen());
        if (flags.screen() && taken) {
            return ErrorCode.SCREEN_TAKEN;
        }
        seat.flags = flags;
        return null;
    }

    private void abandon(LoginId login) {
        entering.values().removeIf(open -> open.doer.login().equals(login));
    }

    private void ends(DeviceKey device) {
        Seat seat = seats.get(device.user());
        if (seat != null && seat.enteredBy.device().equals(device)) {
            leave(device.user());
        }
    }
}
