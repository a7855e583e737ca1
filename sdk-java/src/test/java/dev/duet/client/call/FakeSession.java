// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.call.state.Connection;
import dev.duet.client.stay.Landing;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A session that is online until a test says otherwise. The app's tasks run in the world's one thread, each for
/// itself.
final class FakeSession implements CallSession {
    private final Exchange exchange;
    private final Phone phone;
    private final List<Watcher> watchers = new ArrayList<>();
    private Connection connection = Connection.ONLINE;
    /// What the app's listeners threw.
    final List<RuntimeException> thrown = new ArrayList<>();

    FakeSession(Exchange exchange, Phone phone) {
        this.exchange = exchange;
        this.phone = phone;
    }

    void kick(KickReason reason) {
        phone.signedOut = true;
        move(Connection.KICKED, watcher -> watcher.kicked(reason));
    }

    private void move(Connection now, Consumer<Watcher> then) {
        connection = now;
        watchers.forEach(each -> each.moved(now));
        watchers.forEach(then);
    }

    @Override
    public RoomWire wire() {
        return phone;
    }

    @Override
    public DeviceId device() {
        return phone.device();
    }

    @Override
    public Executor events() {
        return task -> exchange.world.run(() -> guarded(task));
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            thrown.add(fault);
        }
    }

    @Override
    public <T> CompletableFuture<Result<T>> answer(Supplier<CompletableFuture<Result<T>>> work) {
        CompletableFuture<Result<T>> answer = new CompletableFuture<>();
        exchange.world.run(() -> Landing.then(work.get(), answer::complete));
        return answer;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public CompletableFuture<Result<Void>> signIn() {
        return CompletableFuture.completedFuture(Result.done());
    }

    @Override
    public CompletableFuture<Result<Void>> signOut() {
        phone.signedOut = true;
        move(Connection.OFFLINE, watcher -> watcher.signedOut(Result.done()));
        return CompletableFuture.completedFuture(Result.done());
    }

    @Override
    public void networkChanged() {
        phone.rooms().changeNetwork();
    }

    @Override
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }
}
