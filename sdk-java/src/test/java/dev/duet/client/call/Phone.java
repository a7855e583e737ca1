// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Code;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.world.FakeWire;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.IceServer;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A device's way to the server: invitations go to the exchange, all else to the rooms. What is asked or told while it
/// is
/// cut off comes after the gap.
final class Phone implements RoomWire {
    private final Exchange exchange;
    private final UserId user;
    private final DeviceId device;
    private final FakeWire rooms;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    /// Whether nobody is signed in: every request is refused.
    boolean signedOut;

    /// The server of rooms knows a user's second device under a name of its own.
    Phone(Exchange exchange, UserId user, DeviceId device) {
        this.exchange = exchange;
        this.user = user;
        this.device = device;
        this.rooms = exchange.world.session(device.text().endsWith("-1") ? user.text() : device.text());
        rooms.listen(new Listener() {
            @Override
            public void online() {
                List<Runnable> due = List.copyOf(waiting);
                waiting.clear();
                due.forEach(exchange.world::run);
            }
        });
    }

    DeviceId device() {
        return device;
    }

    FakeWire rooms() {
        return rooms;
    }

    void tell(ServerEvent event) {
        whenOnline(() -> List.copyOf(listeners).forEach(each -> each.notice(new Notice.Told(event))));
    }

    private void whenOnline(Runnable code) {
        if (rooms.isOnline()) {
            exchange.world.run(code);
        } else {
            waiting.add(code);
        }
    }

    @Override
    public UserId userId() {
        return user;
    }

    @Override
    public <T> CompletableFuture<Result<T>> request(ClientRequest request, Function<dev.duet.frame.Result, T> taken) {
        if (signedOut) {
            return CompletableFuture.completedFuture(Result.refused(Code.NOT_LOGGED_IN, "You are not signed in."));
        }
        if (!isAboutInvitation(request)) {
            return rooms.request(request, taken);
        }
        CompletableFuture<Result<T>> answer = new CompletableFuture<>();
        whenOnline(() -> {
            Result<dev.duet.frame.Result> said = exchange.answer(this, request);
            if (said != null) {
                dev.duet.frame.Result data = said.data();
                answer.complete(data == null ? said.bare() : Result.done(taken.apply(data)));
            }
        });
        return answer;
    }

    private static boolean isAboutInvitation(ClientRequest request) {
        return request instanceof ClientRequest.Invite
                || request instanceof ClientRequest.Cancel
                || request instanceof ClientRequest.Accept
                || request instanceof ClientRequest.Reject
                || request instanceof ClientRequest.GetInvitation;
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        Runnable off = rooms.listen(listener);
        return () -> {
            listeners.remove(listener);
            off.run();
        };
    }

    @Override
    public boolean isOnline() {
        return rooms.isOnline();
    }

    @Override
    public List<IceServer> iceServers() {
        return List.of();
    }

    @Override
    public Instant now() {
        return rooms.now();
    }

    @Override
    public Instant serverNow() {
        return rooms.serverNow();
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        return rooms.wake(at, code);
    }

    @Override
    public void run(Runnable code) {
        rooms.run(code);
    }

    @Override
    public void probe() {
        rooms.probe();
    }
}
