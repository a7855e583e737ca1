// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.desk;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.rtc.rule.Login;
import dev.duet.client.socket.Address;
import dev.duet.client.socket.Handset;
import dev.duet.client.socket.Hold;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The sessions of a device in this process: whoever is logged in there by `ImManager` shares that login.
public final class HandsetSessions implements SessionSource {
    private final Handset handset;
    private final @Nullable String server;

    /// Of one device.
    ///
    /// @param server where those sign in who name no server and have no login here; null refuses them
    public HandsetSessions(Handset handset, @Nullable String server) {
        this.handset = handset;
        this.server = server;
    }

    @Override
    public Executor events() {
        return handset.events();
    }

    @Override
    public Instant now() {
        return handset.world().now();
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        return handset.world().wake(at, code);
    }

    @Override
    public void run(Runnable code) {
        handset.world().run(code);
    }

    @Override
    public Lease acquire(Login login) {
        return addressOf(login)
                .<Lease>map(address -> new Held(handset.acquire(wish(address, login))))
                .orElseGet(Nowhere::new);
    }

    private Optional<URI> addressOf(Login login) {
        return login.server() == null
                ? handset.serverOf(login.sdkAppId(), login.userId())
                        .or(() -> Optional.ofNullable(server).flatMap(Address::ofServer))
                : Address.ofServer(login.server());
    }

    /// The one ticket of an entry is given once; the login's own provider is asked again.
    private static Handset.Wish wish(URI address, Login login) {
        return new Handset.Wish(
                address,
                login.sdkAppId(),
                login.userId(),
                () -> CompletableFuture.completedFuture(login.userSig()),
                false,
                "");
    }

    private record Held(Hold hold) implements Lease {
        @Override
        public RoomWire wire() {
            return hold.session();
        }

        @Override
        public CompletableFuture<Result<Void>> signedIn() {
            return hold.signedIn();
        }

        @Override
        public CompletableFuture<?> release() {
            return hold.release();
        }
    }

    /// There is no such server.
    private record Nowhere() implements Lease {
        @Override
        public RoomWire wire() {
            throw new IllegalStateException("nobody is signed in");
        }

        @Override
        public CompletableFuture<Result<Void>> signedIn() {
            return CompletableFuture.completedFuture(
                    Result.refused(Code.INVALID_PARAMETERS, "server must be an origin, as https://calls.example.org."));
        }

        @Override
        public CompletableFuture<?> release() {
            return CompletableFuture.completedFuture(true);
        }
    }
}
