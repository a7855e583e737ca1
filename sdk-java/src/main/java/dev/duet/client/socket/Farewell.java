// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import dev.duet.frame.Ack;
import dev.duet.frame.RequestId;
import dev.duet.frame.ResultKind;
import dev.duet.frame.ServerFrame;
import dev.duet.frame.json.FrameReader;
import dev.duet.frame.json.Reading;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A last word on its way: over once it is answered, the socket ended, or neither happened for a while.
final class Farewell {
    /// How long the server has to take note of a logout.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RequestId id;
    private final Surroundings.Line line;
    private final CompletableFuture<@Nullable Void> done;
    private final Runnable callOff;

    Farewell(RequestId id, Surroundings.Line line, CompletableFuture<@Nullable Void> done, Surroundings world) {
        this.id = id;
        this.line = line;
        this.done = done;
        this.callOff = world.wake(world.now().plus(PATIENCE), this::end);
    }

    void frame(String text) {
        if (FrameReader.fromServer(text, any -> Optional.of(ResultKind.NOTHING))
                        instanceof Reading.Understood<ServerFrame>(ServerFrame.Answer(Ack ack))
                && isMine(ack)) {
            end();
        }
    }

    private boolean isMine(Ack ack) {
        return switch (ack) {
            case Ack.Done(RequestId answered, var result) -> id.equals(answered);
            case Ack.Refused(var answered, var refusal) -> id.equals(answered);
        };
    }

    void end() {
        callOff.run();
        line.close();
        done.complete(null);
    }
}
