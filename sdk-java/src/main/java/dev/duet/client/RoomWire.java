// SPDX-License-Identifier: Apache-2.0
package dev.duet.client;

import dev.duet.frame.ClientRequest;
import dev.duet.frame.IceServer;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What a room needs of the session it lives in; internal to the SDK. Everything here is called on the session's own
/// thread ([#run]) and answers there, so whoever uses it needs no lock, and must neither block nor call the app.
public interface RoomWire {

    /// Who is told what happens; on the session's thread.
    interface Listener {
        /// Something about rooms, or anything else: `RoomEntered`, `UserLeft`, `InHeldRoom`, `CustomCmd`, a lost room …
        default void notice(Notice notice) {}

        /// The session is online, for the first time or again: requests reach the server at once.
        default void online() {}

        /// The app says that the network is another one: what goes over it looks for a new way at once.
        default void networkChanged() {}

        /// The session is over, signed out or kicked; nothing follows.
        default void over() {}
    }

    UserId userId();

    /// Answered once: by the server, by a time-out (6012), or by 9508 when the connection broke under a request that
    /// must not be repeated. What may be repeated waits for the next connection. `taken` takes the wire's result,
    /// as `dev.duet.frame.Result.Entered.class::cast`.
    <T> CompletableFuture<Result<T>> request(ClientRequest request, Function<dev.duet.frame.Result, T> taken);

    /// Returns what takes the listener off again.
    Runnable listen(Listener listener);

    boolean isOnline();

    /// As the last login answer named them.
    List<IceServer> iceServers();

    /// By this machine's clock.
    Instant now();

    /// By the server's clock.
    Instant serverNow();

    /// Runs code at a time or soon after; returns what calls it off.
    Runnable wake(Instant at, Runnable code);

    /// Runs code on the session's thread.
    void run(Runnable code);

    /// Something suggests that the network is another one, or gone: has the server answer, soon.
    void probe();
}
