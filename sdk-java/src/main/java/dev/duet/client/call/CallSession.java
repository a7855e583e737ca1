// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.call.state.Connection;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.id.DeviceId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What a client needs of the session of its user.
interface CallSession {

    /// Who is told how the session fares, on its thread; `moved` comes before the others.
    interface Watcher {
        void moved(Connection now);

        /// Over: by `signOut`, which is success, or because the server wants a ticket that nobody has.
        void signedOut(Result<Void> why);

        void kicked(KickReason reason);
    }

    RoomWire wire();

    /// Of this client, to tell it from the user's other ones.
    DeviceId device();

    /// Runs the app's listeners, one after another.
    Executor events();

    /// Has work done on the session's thread, and the answer completed where the app may go on.
    <T> CompletableFuture<Result<T>> answer(Supplier<CompletableFuture<Result<T>>> work);

    Connection connection();

    CompletableFuture<Result<Void>> signIn();

    CompletableFuture<Result<Void>> signOut();

    /// The network is another one: the session and its rooms look for a new way at once.
    void networkChanged();

    void watch(Watcher watcher);
}
