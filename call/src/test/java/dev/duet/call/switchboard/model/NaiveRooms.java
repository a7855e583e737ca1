// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RequestId;
import dev.duet.frame.RoomUser;
import dev.duet.id.DeviceKey;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is in which room, on the way into one, or waits alone for one, as the naive model has it.
final class NaiveRooms {
    record Entering(RoomId room, MediaFlags flags, Doer doer, RequestId request, Instant since) {}

    record Waiting(InviteId id, UserId partner, Instant until) {}

    final Map<UserId, Seat> seats = new LinkedHashMap<>();
    final Map<UserId, Seat> held = new LinkedHashMap<>();
    final Map<UserId, Entering> entering = new LinkedHashMap<>();
    final Map<LoginId, Solo> solos = new LinkedHashMap<>();
    final Map<UserId, Waiting> waiting = new HashMap<>();
    private final Map<RoomId, InviteId> led = new HashMap<>();

    void tick(Instant now) {
        waiting.values().removeIf(one -> !now.isBefore(one.until));
        entering.values().removeIf(one -> !now.isBefore(one.since.plusSeconds(10)));
        solos.values().removeIf(solo -> solo.isOver(now));
        Map.copyOf(seats).forEach((user, seat) -> {
            if (seat.vanished(now)) {
                leave(user, now);
            }
        });
        Map.copyOf(held).forEach((user, seat) -> {
            if (seat.vanished(now)) {
                giveUp(user);
            }
        });
    }

    boolean isIn(Doer doer) {
        Seat seat = seats.get(doer.user());
        return seat != null && seat.isOn(doer.device());
    }

    boolean isEntering(Doer doer) {
        Entering open = entering.get(doer.user());
        return open != null && open.doer.login().equals(doer.login());
    }

    @Nullable
    ErrorCode enter(Doer doer, RequestId request, ClientRequest.EnterRoom asked, Instant now) {
        Seat own = seats.get(doer.user());
        boolean isFree = own == null
                || !own.enteredBy.login().equals(doer.login())
                || own.room.equals(asked.roomId())
                || holds(doer, asked.roomId());
        if (!isFree || isEntering(doer)) {
            return ErrorCode.ROOM_ENTER_REFUSED;
        }
        if (isFull(asked.roomId(), doer.user())) {
            return ErrorCode.ROOM_FULL;
        }
        solos.remove(doer.login());
        entering.put(doer.user(), new Entering(asked.roomId(), asked.media(), doer, request, now));
        return null;
    }

    @Nullable
    ErrorCode startTest(Doer doer, RequestId request, Instant now) {
        Solo solo = solos.get(doer.login());
        if (solo != null && !solo.isLobby()) {
            return ErrorCode.IN_PROGRESS;
        }
        if (solo != null || isIn(doer) || isEntering(doer)) {
            return ErrorCode.ROOM_ENTER_REFUSED;
        }
        solos.put(doer.login(), new Solo(doer, request, null, new RoomId.Named("none"), MediaFlags.NONE, now));
        return null;
    }

    void stopTest(Doer doer) {
        solos.values().removeIf(solo -> solo.doer.login().equals(doer.login()) && !solo.isLobby());
    }

    @Nullable
    ErrorCode restartIce(Doer doer) {
        Solo solo = solos.get(doer.login());
        boolean isReady = solo != null && solo.isLobby() && solo.answered;
        return isIn(doer) || isReady ? null : ErrorCode.ROOM_NOT_FOUND;
    }

    @Nullable
    ErrorCode setReceive(Doer doer) {
        return isIn(doer) || isInLobby(doer) ? null : ErrorCode.ROOM_NOT_FOUND;
    }

    @Nullable
    ErrorCode setMedia(Doer doer, MediaFlags flags) {
        if (!isIn(doer)) {
            if (isInLobby(doer)) {
                Objects.requireNonNull(solos.get(doer.login())).flags = flags;
                return null;
            }
            return ErrorCode.ROOM_NOT_FOUND;
        }
        Seat seat = Objects.requireNonNull(seats.get(doer.user()));
        if (flags.screen() && isScreenTaken(seat.room, doer.user())) {
            return ErrorCode.SCREEN_TAKEN;
        }
        seat.flags = flags;
        return null;
    }

    @Nullable
    ErrorCode hold(Doer doer, Instant now) {
        if (!isIn(doer)) {
            return ErrorCode.ROOM_NOT_FOUND;
        }
        if (held.containsKey(doer.user())) {
            return ErrorCode.ROOM_ENTER_REFUSED;
        }
        Seat seat = Objects.requireNonNull(seats.remove(doer.user()));
        seat.flags = MediaFlags.NONE;
        seat.noMediaSince = now;
        held.put(doer.user(), seat);
        return null;
    }

    void exit(Doer doer, @Nullable RoomId named, Instant now) {
        entering.values()
                .removeIf(open -> open.doer.login().equals(doer.login()) && (named == null || named.equals(open.room)));
        solos.values()
                .removeIf(solo -> solo.doer.login().equals(doer.login())
                        && solo.isLobby()
                        && (named == null || named.equals(solo.room)));
        Seat seat = seats.get(doer.user());
        Seat onHold = held.get(doer.user());
        if (seat != null && seat.isOn(doer.device()) && (named == null || named.equals(seat.room))) {
            leave(doer.user(), now);
        } else if (onHold != null && onHold.isOn(doer.device()) && onHold.room.equals(named)) {
            giveUp(doer.user());
        }
    }

    /// The media answered an offer.
    void negotiated(LoginId login, RequestId request, boolean accepted, Instant now) {
        Solo solo = solos.get(login);
        if (solo != null && solo.request.equals(request)) {
            if (accepted) {
                answered(solo, now);
            } else {
                solos.remove(login);
            }
        }
        List.copyOf(entering.values()).stream()
                .filter(open -> open.doer.login().equals(login) && open.request.equals(request))
                .forEach(open -> {
                    entering.remove(open.doer.user());
                    if (accepted) {
                        sit(open.doer, open.room, open.flags, now);
                    }
                });
    }

    /// The lobby's invitation was accepted.
    void call(Solo lobby, Instant now) {
        if (lobby.answered) {
            comeIn(lobby, now);
        } else {
            lobby.called = true;
        }
    }

    private void answered(Solo solo, Instant now) {
        solo.answered = true;
        if (!solo.isLobby()) {
            solo.endsAt = now.plusSeconds(30);
        } else if (solo.called) {
            comeIn(solo, now);
        }
    }

    private void comeIn(Solo lobby, Instant now) {
        UserId user = lobby.doer.user();
        solos.remove(lobby.doer.login());
        if (isFull(lobby.room, user)) {
            return;
        }
        entering.remove(user);
        sit(lobby.doer, lobby.room, lobby.flags, now);
        Objects.requireNonNull(seats.get(user)).noSocketSince = lobby.noSocketSince;
    }

    private void sit(Doer doer, RoomId room, MediaFlags flags, Instant now) {
        UserId user = doer.user();
        Seat before = seats.get(user);
        boolean changesPlaces =
                before != null && !before.room.equals(room) && before.isOn(doer.device()) && holds(doer, room);
        if (before != null && !before.room.equals(room) && !changesPlaces) {
            leave(user, now);
        }
        Seat onHold = held.get(user);
        boolean resumes = onHold != null && onHold.room.equals(room);
        if (resumes) {
            held.remove(user);
        } else {
            Waiting expected = waiting.remove(user);
            if (expected != null) {
                led.putIfAbsent(room, expected.id);
            }
            silence(onHold, doer.device(), now);
        }
        if (changesPlaces) {
            Seat rests = Objects.requireNonNull(before);
            rests.flags = MediaFlags.NONE;
            rests.noMediaSince = now;
            held.put(user, rests);
        }
        Seat seat = new Seat(room, doer, now);
        seat.flags = isScreenTaken(room, user) ? new MediaFlags(flags.audio(), flags.video(), false) : flags;
        seats.put(user, seat);
    }

    private boolean holds(Doer doer, RoomId room) {
        Seat onHold = held.get(doer.user());
        return onHold != null && onHold.isOn(doer.device()) && onHold.room.equals(room);
    }

    private static void silence(@Nullable Seat onHold, DeviceKey device, Instant now) {
        if (onHold != null && onHold.isOn(device)) {
            onHold.noMediaSince = now;
        }
    }

    void mediaChanges(UserId user, @Nullable Instant lostAt) {
        Seat seat = seats.get(user);
        if (seat != null) {
            seat.noMediaSince = lostAt;
            Seat onHold = held.get(user);
            if (onHold != null && onHold.isOn(seat.enteredBy.device())) {
                onHold.noMediaSince = lostAt;
            }
        }
    }

    void losesSocket(Doer doer, Instant now) {
        abandon(doer.login(), solo -> !solo.isLobby() || !solo.answered);
        Solo solo = solos.get(doer.login());
        if (solo != null) {
            solo.noSocketSince = now;
            solo.endsAt = now.plusSeconds(15);
        }
        places(doer.device()).forEach(seat -> seat.noSocketSince = now);
    }

    void returns(Doer doer) {
        solos.values().removeIf(solo -> solo.doer.device().equals(doer.device()));
        places(doer.device()).forEach(seat -> seat.noSocketSince = null);
    }

    void abandon(LoginId login) {
        abandon(login, _ -> true);
    }

    private void abandon(LoginId login, Predicate<Solo> which) {
        entering.values().removeIf(open -> open.doer.login().equals(login));
        solos.values().removeIf(solo -> solo.doer.login().equals(login) && which.test(solo));
    }

    void ends(DeviceKey device, Instant now) {
        Seat seat = seats.get(device.user());
        Seat onHold = held.get(device.user());
        if (seat != null && seat.isOn(device)) {
            leave(device.user(), now);
        }
        if (onHold != null && onHold.isOn(device)) {
            giveUp(device.user());
        }
    }

    void leave(UserId user, Instant now) {
        Seat seat = seats.remove(user);
        if (seat != null) {
            if (seat.noMediaSince == null) {
                silence(held.get(user), seat.enteredBy.device(), now);
            }
            left(seat.room);
        }
    }

    void giveUp(UserId user) {
        Seat seat = held.remove(user);
        if (seat != null) {
            left(seat.room);
        }
    }

    private void left(RoomId room) {
        if (everybody().noneMatch(entry -> entry.getValue().room.equals(room))) {
            InviteId over = led.remove(room);
            waiting.values().removeIf(one -> one.id.equals(over));
        }
    }

    /// The operator takes a user out of a room.
    void remove(UserId user, RoomId room, Instant now) {
        Seat seat = seats.get(user);
        Seat onHold = held.get(user);
        if (seat != null && seat.room.equals(room)) {
            leave(user, now);
        } else if (onHold != null && onHold.room.equals(room)) {
            giveUp(user);
        }
    }

    boolean areTogether(UserId user, UserId caller) {
        Waiting awaited = waiting.get(user);
        Set<RoomId> own = roomsOf(user);
        own.retainAll(roomsOf(caller));
        return !own.isEmpty() || (awaited != null && awaited.partner.equals(caller));
    }

    boolean isTaken(UserId user) {
        return seats.containsKey(user) || held.containsKey(user) || waiting.containsKey(user);
    }

    void connect(Ring ring, Instant now) {
        Instant until = now.plusSeconds(20);
        waiting.put(ring.inviter(), new Waiting(ring.id, ring.invitee(), until));
        waiting.put(ring.invitee(), new Waiting(ring.id, ring.inviter(), until));
    }

    Set<RoomUser> othersOf(UserId user, RoomId room) {
        Set<RoomUser> others = new HashSet<>();
        seats.forEach((other, seat) -> add(others, user, other, seat, room, false));
        held.forEach((other, seat) -> add(others, user, other, seat, room, true));
        return others;
    }

    private static void add(Set<RoomUser> all, UserId user, UserId other, Seat seat, RoomId room, boolean onHold) {
        if (!other.equals(user) && seat.room.equals(room)) {
            all.add(new RoomUser(other, seat.flags, onHold));
        }
    }

    boolean isFull(RoomId room, UserId user) {
        Stream<UserId> sitting =
                everybody().filter(entry -> entry.getValue().room.equals(room)).map(Map.Entry::getKey);
        Stream<UserId> coming = entering.entrySet().stream()
                .filter(entry -> entry.getValue().room.equals(room))
                .map(Map.Entry::getKey);
        return Stream.concat(sitting, coming)
                        .filter(other -> !other.equals(user))
                        .distinct()
                        .count()
                > 1;
    }

    private boolean isInLobby(Doer doer) {
        Solo solo = solos.get(doer.login());
        return solo != null && solo.isLobby();
    }

    private boolean isScreenTaken(RoomId room, UserId user) {
        return othersOf(user, room).stream().anyMatch(other -> other.media().screen());
    }

    private Set<RoomId> roomsOf(UserId user) {
        Set<RoomId> rooms = new HashSet<>();
        everybody().filter(entry -> entry.getKey().equals(user)).forEach(entry -> rooms.add(entry.getValue().room));
        return rooms;
    }

    private Stream<Seat> places(DeviceKey device) {
        return everybody().map(Map.Entry::getValue).filter(seat -> seat.isOn(device));
    }

    private Stream<Map.Entry<UserId, Seat>> everybody() {
        return Stream.concat(seats.entrySet().stream(), held.entrySet().stream());
    }
}
