// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.world;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Result.Answered;
import dev.duet.frame.Result.Entered;
import dev.duet.frame.Result.Exited;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.frame.ServerEvent.RoomNews;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The other end of the wire, as docs/protocol.md has it, in as few lines as a test of rooms needs.
public final class FakeServer {
    /// One request, as it came.
    public record Asked(String user, ClientRequest request) {}

    private record Lobby(InviteId inviteId, RoomId room, Scene scene, Instant since, MediaFlags media) {
        Lobby with(MediaFlags now) {
            return new Lobby(inviteId, room, scene, since, now);
        }
    }

    private final World world;
    private final Map<UserId, FakeWire> logins = new LinkedHashMap<>();
    private final Map<UserId, Lobby> lobbies = new LinkedHashMap<>();
    private final Map<RoomId, List<RoomUser>> rooms = new LinkedHashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final Map<RoomId, Instant> together = new HashMap<>();
    private long commands;

    /// How long ago things happened when they are told; null for a server that does not say when.
    public @Nullable Duration late = Duration.ZERO;
    /// How far its clock is ahead of everybody else's.
    public Duration ahead = Duration.ZERO;

    public final List<Asked> asked = new ArrayList<>();
    /// What a kind of request is refused with.
    public final Map<Class<? extends ClientRequest>, Integer> refusals = new HashMap<>();
    private @Nullable Class<? extends ClientRequest> onlyOnce;

    /// The next request of a kind is refused, and none after it.
    public void refuseOnce(Class<? extends ClientRequest> kind, int code) {
        onlyOnce = kind;
        refusals.put(kind, code);
    }

    /// A user whose requests take effect but get no answer.
    public @Nullable String deaf;

    FakeServer(World world) {
        this.world = world;
    }

    Instant now() {
        return world.now().plus(ahead);
    }

    private @Nullable Instant moment() {
        return late == null ? null : now().minus(late);
    }

    void login(FakeWire wire) {
        logins.put(wire.userId(), wire);
    }

    public boolean isLoggedIn(String user) {
        return logins.containsKey(new UserId(user));
    }

    void logout(FakeWire wire) {
        rooms.keySet().stream().toList().forEach(room -> leave(room, wire.userId(), LeaveReason.LEFT));
        logins.remove(wire.userId(), wire);
    }

    /// All requests of a kind.
    public <R extends ClientRequest> List<R> asked(Class<R> kind) {
        return asked.stream()
                .map(Asked::request)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public List<String> users(RoomId room) {
        return in(room).stream().map(one -> one.userId().text()).toList();
    }

    public Optional<RoomUser> user(RoomId room, String user) {
        return in(room).stream()
                .filter(each -> each.userId().equals(new UserId(user)))
                .findFirst();
    }

    public boolean isEmpty() {
        return rooms.values().stream().allMatch(List::isEmpty);
    }

    boolean isIn(RoomId room, UserId user) {
        return in(room).stream().anyMatch(each -> each.userId().equals(user));
    }

    private List<RoomUser> in(RoomId room) {
        return rooms.getOrDefault(room, List.of());
    }

    ServerEvent.@Nullable RoomEntered takenIn(UserId user, Set<RoomId> known) {
        return rooms.keySet().stream()
                .filter(room -> isIn(room, user) && !known.contains(room))
                .findFirst()
                .map(room -> new ServerEvent.RoomEntered(
                        room, Scene.VIDEO_CALL, others(room, user), Duration.ofSeconds(2), together.get(room)))
                .orElse(null);
    }

    @Nullable
    Result<dev.duet.frame.Result> answer(FakeWire wire, ClientRequest request) {
        asked.add(new Asked(wire.userId().text(), request));
        Integer refusal = refusals.get(request.getClass());
        if (request.getClass() == onlyOnce) {
            refusals.remove(onlyOnce);
            onlyOnce = null;
        }
        Result<dev.duet.frame.Result> answer =
                refusal == null ? carryOut(wire.userId(), request) : Result.refused(refusal, "No.");
        return wire.userId().text().equals(deaf) ? null : answer;
    }

    void runAfterwards() {
        List<Runnable> due = List.copyOf(afterwards);
        afterwards.clear();
        due.forEach(Runnable::run);
    }

    private Result<dev.duet.frame.Result> carryOut(UserId user, ClientRequest request) {
        return switch (request) {
            case ClientRequest.WarmUp warm -> {
                lobbies.put(user, new Lobby(warm.inviteId(), warm.roomId(), warm.scene(), world.now(), warm.media()));
                yield Result.done(new Answered("answer"));
            }
            case ClientRequest.EnterRoom enter -> Result.done(enter(user, enter));
            case ClientRequest.RestartIce restart ->
                current(user).isPresent() || lobbies.containsKey(user)
                        ? Result.done(new Answered("answer"))
                        : nowhere();
            case ClientRequest.SetMedia set -> {
                lobbies.computeIfPresent(user, (id, lobby) -> lobby.with(set.media()));
                current(user).ifPresent(room -> sends(room, user, set.media()));
                yield nothing();
            }
            case ClientRequest.HoldRoom hold ->
                current(user)
                        .map(room -> {
                            holds(room, user);
                            return nothing();
                        })
                        .orElse(nowhere());
            case ClientRequest.ExitRoom exit -> {
                exit(user, exit.roomId());
                yield Result.done(new Exited(moment()));
            }
            case ClientRequest.SendCustomCmd command -> {
                long seq = ++commands;
                current(user)
                        .ifPresent(room -> tellOthers(
                                room, user, new ServerEvent.CustomCmd(user, command.cmdId(), seq, command.data())));
                yield nothing();
            }
            case ClientRequest.StartSpeedTest start -> Result.done(new Answered("answer"));
            default -> nothing();
        };
    }

    private static Result<dev.duet.frame.Result> nothing() {
        return Result.done(new Nothing());
    }

    private static Result<dev.duet.frame.Result> nowhere() {
        return Result.refused(Code.ROOM_NOT_FOUND, "You are in no room.");
    }

    private Entered enter(UserId user, ClientRequest.EnterRoom enter) {
        RoomId room = enter.roomId();
        lobbies.remove(user);
        current(user).filter(other -> !other.equals(room)).ifPresent(other -> holds(other, user));
        boolean back = isIn(room, user);
        place(room, new RoomUser(user, back ? MediaFlags.NONE : enter.media()));
        if (back) {
            tellOthers(room, user, new ServerEvent.UserHeld(user, false));
            sends(room, user, enter.media());
        } else {
            announce(room, user, enter.media());
        }
        return new Entered("answer", others(room, user), Duration.ZERO, together.get(room));
    }

    private void announce(RoomId room, UserId user, MediaFlags media) {
        tellOthers(room, user, new ServerEvent.UserEntered(user, together.get(room)));
        if (!media.equals(MediaFlags.NONE)) {
            tellOthers(room, user, new ServerEvent.MediaChanged(user, media));
        }
    }

    /// A device is warm no more.
    public void closeLobby(UserId user) {
        lobbies.remove(user);
    }

    /// Somebody answers: who is warm for this invitation is in the room.
    public void accept(InviteId inviteId) {
        List<UserId> warm = lobbies.entrySet().stream()
                .filter(each -> each.getValue().inviteId().equals(inviteId))
                .map(Map.Entry::getKey)
                .toList();
        warm.forEach(this::takeIn);
        runAfterwards();
    }

    private void takeIn(UserId user) {
        Lobby lobby = lobbies.remove(user);
        if (lobby == null) {
            return;
        }
        place(lobby.room(), new RoomUser(user, lobby.media()));
        Duration elapsed = Duration.between(lobby.since(), world.now());
        say(
                user,
                new ServerEvent.RoomEntered(
                        lobby.room(), lobby.scene(), others(lobby.room(), user), elapsed, together.get(lobby.room())));
        announce(lobby.room(), user, lobby.media());
    }

    private List<RoomUser> others(RoomId room, UserId user) {
        return in(room).stream().filter(each -> !each.userId().equals(user)).toList();
    }

    /// Puts somebody into a room without telling anybody.
    public void place(RoomId room, RoomUser user) {
        List<RoomUser> all = rooms.computeIfAbsent(room, absent -> new ArrayList<>());
        all.removeIf(each -> each.userId().equals(user.userId()));
        all.add(user);
        Instant since = moment();
        if (all.size() > 1 && since != null) {
            together.putIfAbsent(room, since);
        }
    }

    /// Takes somebody out of a room without telling anybody.
    public void remove(RoomId room, String user) {
        in(room).removeIf(each -> each.userId().text().equals(user));
        together.remove(room);
    }

    private Optional<RoomId> current(UserId user) {
        return rooms.keySet().stream()
                .filter(room -> in(room).stream().anyMatch(each -> each.userId().equals(user) && !each.held()))
                .findFirst();
    }

    private void sends(RoomId room, UserId user, MediaFlags media) {
        if (user(room, user.text()).orElseThrow().media().equals(media)) {
            return;
        }
        place(room, new RoomUser(user, media));
        tellOthers(room, user, new ServerEvent.MediaChanged(user, media));
    }

    private void holds(RoomId room, UserId user) {
        boolean sent = !user(room, user.text()).orElseThrow().media().equals(MediaFlags.NONE);
        place(room, new RoomUser(user, MediaFlags.NONE, true));
        tellOthers(room, user, new ServerEvent.UserHeld(user, true));
        if (sent) {
            tellOthers(room, user, new ServerEvent.MediaChanged(user, MediaFlags.NONE));
        }
    }

    private void exit(UserId user, @Nullable RoomId room) {
        if (room == null) {
            lobbies.remove(user);
        }
        Optional.ofNullable(room).or(() -> current(user)).ifPresent(left -> leave(left, user, LeaveReason.LEFT));
    }

    private void leave(RoomId room, UserId user, LeaveReason reason) {
        if (isIn(room, user)) {
            remove(room, user.text());
            tellOthers(room, user, new ServerEvent.UserLeft(user, reason, moment()));
        }
    }

    private void tellOthers(RoomId room, UserId doer, RoomNews news) {
        for (RoomUser other : others(room, doer)) {
            say(other.userId(), other.held() ? new ServerEvent.InHeldRoom(room, news) : news);
        }
    }

    private void say(UserId user, ServerEvent event) {
        afterwards.add(() -> say(user.text(), event));
    }

    /// Tells a user something of a test's own.
    public void say(String user, ServerEvent event) {
        FakeWire wire = logins.get(new UserId(user));
        if (wire != null) {
            wire.tell(new Notice.Told(event));
        }
    }

    /// The login of a user ends for good.
    public void endLogin(String user) {
        FakeWire wire = logins.get(new UserId(user));
        if (wire != null) {
            world.run(wire::end);
        }
    }

    /// The socket of a user breaks; its lobby is forgotten.
    public void cut(String user) {
        UserId id = new UserId(user);
        lobbies.remove(id);
        FakeWire wire = logins.get(id);
        if (wire != null) {
            wire.cut();
        }
    }

    /// Everything is forgotten and every socket breaks.
    public void restart() {
        rooms.clear();
        together.clear();
        lobbies.clear();
        logins.values().forEach(FakeWire::cut);
    }
}
