// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.world;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.rtc.desk.SessionSource;
import dev.duet.client.rtc.rule.Login;
import dev.duet.client.socket.InOrder;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Sessions shared by user; the last one who lets go signs out.
public final class FakeSessions implements SessionSource {
    private final World world;
    private final Executor events;
    private final Map<UserId, Shared> shared = new HashMap<>();

    private static final class Shared {
        final FakeWire wire;
        int holders;

        Shared(FakeWire wire) {
            this.wire = wire;
        }
    }

    FakeSessions(World world) {
        this.world = world;
        this.events = new InOrder(world::run, refused -> {});
    }

    /// As if the app had logged in by itself.
    public Lease signIn(String user) {
        return hold(new UserId(user));
    }

    @Override
    public Lease acquire(Login login) {
        return hold(login.userId());
    }

    private Lease hold(UserId user) {
        Shared session = shared.computeIfAbsent(user, absent -> new Shared(new FakeWire(world, user)));
        session.holders += 1;
        CompletableFuture<Result<Void>> signedIn = new CompletableFuture<>();
        world.run(() -> {
            if (session.holders == 0) {
                signedIn.complete(Result.refused(Code.LOGIN_INTERRUPTED, "Signed out."));
            } else if (world.loginRefusal == 0) {
                world.server.login(session.wire);
                signedIn.complete(Result.done());
            } else {
                signedIn.complete(Result.refused(world.loginRefusal, "No."));
            }
        });
        return new FakeLease(user, session, signedIn);
    }

    private final class FakeLease implements Lease {
        private final UserId user;
        private final Shared session;
        private final CompletableFuture<Result<Void>> signedIn;
        private boolean released;

        FakeLease(UserId user, Shared session, CompletableFuture<Result<Void>> signedIn) {
            this.user = user;
            this.session = session;
            this.signedIn = signedIn;
        }

        @Override
        public RoomWire wire() {
            return session.wire;
        }

        @Override
        public CompletableFuture<Result<Void>> signedIn() {
            return signedIn;
        }

        @Override
        public CompletableFuture<?> release() {
            if (!released) {
                released = true;
                session.holders -= 1;
                if (session.holders == 0) {
                    shared.remove(user);
                    world.server.logout(session.wire);
                    world.server.runAfterwards();
                    session.wire.end();
                }
            }
            return CompletableFuture.completedFuture(true);
        }
    }

    @Override
    public Executor events() {
        return events;
    }

    @Override
    public Instant now() {
        return world.now();
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        return world.wake(at, code);
    }

    @Override
    public void run(Runnable code) {
        world.run(code);
    }
}
