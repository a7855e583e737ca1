// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.desk;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.rtc.rule.Login;
import dev.duet.client.stay.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Where a room client gets its sessions: shared with whoever is signed in as the same user in this process. Sessions
/// answer on the thread of this loop.
public interface SessionSource extends Loop {
    /// Runs the app's listeners, one after another in the order in which they came.
    Executor events();

    /// The session of a user: the one that is there already, or else a new one that signs in. On the loop.
    Lease acquire(Login login);

    /// One client's hold on a session, which signs out when the last one lets go.
    interface Lease {
        RoomWire wire();

        /// How the login fares that brings the session online; at once when it is.
        CompletableFuture<Result<Void>> signedIn();

        /// Lets go; done once the server knows, if that signs out. Twice is once.
        CompletableFuture<?> release();
    }
}
