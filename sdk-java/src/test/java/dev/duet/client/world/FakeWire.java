// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.world;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.IceServer;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A session of one user, with the fake server at its other end. Cut off, it is back after a second.
public final class FakeWire implements RoomWire {
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final World world;
    private final UserId userId;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    /// The rooms this device believes to be in.
    private final Set<RoomId> rooms = new HashSet<>();
    private boolean online = true;
    private boolean isOver;
    public int probes;

    FakeWire(World world, UserId userId) {
        this.world = world;
        this.userId = userId;
    }

    @Override
    public UserId userId() {
        return userId;
    }

    @Override
    public <T> CompletableFuture<Result<T>> request(ClientRequest request, Function<dev.duet.frame.Result, T> taken) {
        CompletableFuture<Result<T>> answer = new CompletableFuture<>();
        Runnable send = () -> world.run(() -> server(request, taken, answer));
        if (isOver) {
            world.run(() -> answer.complete(Result.refused(Code.NOT_LOGGED_IN, "Signed out.")));
        } else if (online) {
            send.run();
        } else {
            waiting.add(send);
        }
        return answer;
    }

    private <T> void server(
            ClientRequest request, Function<dev.duet.frame.Result, T> taken, CompletableFuture<Result<T>> answer) {
        Result<dev.duet.frame.Result> said = world.server.answer(this, request);
        if (said == null) {
            return;
        }
        dev.duet.frame.Result data = said.data();
        learn(request, said.isOk());
        answer.complete(data == null ? said.bare() : Result.done(taken.apply(data)));
        world.server.runAfterwards();
    }

    private void learn(ClientRequest request, boolean done) {
        if (done && request instanceof ClientRequest.EnterRoom enter) {
            rooms.add(enter.roomId());
        }
        if (done && request instanceof ClientRequest.ExitRoom) {
            rooms.removeIf(room -> !world.server.isIn(room, userId));
        }
    }

    void tell(Notice notice) {
        world.run(() -> {
            if (notice instanceof Notice.Told(dev.duet.frame.ServerEvent.RoomEntered entered)) {
                rooms.add(entered.roomId());
            }
            List.copyOf(listeners).forEach(each -> each.notice(notice));
        });
    }

    /// The socket breaks.
    public void cut() {
        online = false;
        world.wake(world.now().plus(RECONNECT), this::reconnect);
    }

    private void reconnect() {
        if (isOver) {
            return;
        }
        online = true;
        compare();
        List.copyOf(listeners).forEach(Listener::online);
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    /// What a login answer shows.
    private void compare() {
        for (RoomId room : List.copyOf(rooms)) {
            if (!world.server.isIn(room, userId)) {
                rooms.remove(room);
                tellNow(new Notice.RoomLost(room));
            }
        }
        dev.duet.frame.ServerEvent.@Nullable RoomEntered taken = world.server.takenIn(userId, rooms);
        if (taken != null) {
            rooms.add(taken.roomId());
            tellNow(new Notice.Told(taken));
        }
    }

    private void tellNow(Notice notice) {
        List.copyOf(listeners).forEach(each -> each.notice(notice));
    }

    /// The app says that the network is another one.
    public void changeNetwork() {
        probe();
        List.copyOf(listeners).forEach(Listener::networkChanged);
    }

    /// Signed out or kicked.
    public void end() {
        online = false;
        isOver = true;
        List.copyOf(listeners).forEach(Listener::over);
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public boolean isOnline() {
        return online;
    }

    @Override
    public List<IceServer> iceServers() {
        return List.of();
    }

    @Override
    public Instant now() {
        return world.now();
    }

    @Override
    public Instant serverNow() {
        return world.server.now();
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        return world.wake(at, code);
    }

    @Override
    public void run(Runnable code) {
        world.run(code);
    }

    @Override
    public void probe() {
        probes += 1;
    }
}
