// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.RoomWire;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A warm device's way into its room: the server takes it in, or it has to enter by itself.
final class Adoption {
    /// How long after the acceptance a warm device waits to be taken into the room before it enters by itself.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RoomWire wire;
    private final CompletableFuture<Optional<Duration>> outcome = new CompletableFuture<>();
    private Runnable cancel = () -> {};

    Adoption(RoomWire wire) {
        this.wire = wire;
    }

    /// In the room, this long after warming up.
    void succeed(Duration elapsed) {
        outcome.complete(Optional.of(elapsed));
    }

    void fail() {
        outcome.complete(Optional.empty());
    }

    /// The elapsed time, or empty when nobody takes the device in.
    CompletableFuture<Optional<Duration>> await() {
        if (!outcome.isDone()) {
            rearm();
        }
        return outcome.whenComplete((elapsed, bug) -> cancel.run());
    }

    private void rearm() {
        cancel = wire.wake(wire.now().plus(PATIENCE), () -> {
            // Without a connection nobody can tell that we are in the room.
            if (wire.isOnline()) {
                fail();
            } else {
                rearm();
            }
        });
    }
}
