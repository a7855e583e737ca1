// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.call.state.CallState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call as it decides; [#shown] is what the app sees of it.
public sealed interface Stage {
    /// The server gives two people this long to come to the room.
    Duration CONNECTING = Duration.ofSeconds(20);

    /// A call that waits for something, until then at the latest; `Instant.MAX` is for ever.
    sealed interface Waiting extends Stage {
        Instant until();
    }

    /// Not answered yet. `cancelling`: the server was asked to end it.
    sealed interface Before extends Waiting {
        boolean cancelling();

        Before cancelled(Instant until);

        default Ringing rung(boolean delivered) {
            return new Ringing(delivered, cancelling(), until());
        }
    }

    record Inviting(boolean cancelling, Instant until) implements Before {
        @Override
        public Before cancelled(Instant now) {
            return new Inviting(true, now);
        }
    }

    record Ringing(boolean delivered, boolean cancelling, Instant until) implements Before {
        @Override
        public Before cancelled(Instant now) {
            return new Ringing(delivered, true, now);
        }
    }

    /// An incoming call that was answered here; the server has not confirmed that it was first, or not been `asked`.
    record Accepting(boolean asked, Instant until) implements Waiting {}

    /// Answered; what is still awaited is false or null.
    ///
    /// @param together when the server had both in the room: the call is counted from then on, on both sides
    record Connecting(
            boolean inside,
            boolean peerInside,
            boolean flowing,
            @Nullable Instant together,
            Instant until) implements Waiting {
        static Connecting from(Instant now) {
            return new Connecting(false, false, false, null, now.plus(CONNECTING));
        }

        Connecting entered() {
            return new Connecting(true, peerInside, flowing, together, until);
        }

        Connecting met() {
            return new Connecting(inside, true, flowing, together, until);
        }

        Connecting withMedia() {
            return new Connecting(inside, peerInside, true, together, until);
        }

        /// Both are inside: media alone is awaited, if it is.
        Stage joined(Instant now) {
            if (!inside || !peerInside) {
                return this;
            }
            Instant since = together == null ? now : together;
            return flowing ? new Talking(since) : new Connecting(true, true, false, since, until);
        }
    }

    record Talking(Instant since) implements Stage {}

    record Ended(CallState.Ended end) implements Stage {}

    static Stage dialling(Instant until) {
        return new Inviting(false, until);
    }

    static Stage ringing(Instant until) {
        return new Ringing(true, false, until);
    }

    default CallState shown() {
        return switch (this) {
            case Inviting inviting -> new CallState.Inviting();
            case Ringing ringing -> new CallState.Ringing(ringing.delivered());
            case Accepting accepting -> new CallState.Connecting();
            case Connecting connecting -> new CallState.Connecting();
            case Talking talking -> new CallState.Talking(talking.since());
            case Ended ended -> ended.end();
        };
    }

    /// When the machine wants a [CallEvent.Wake], if nothing else comes before.
    default Optional<Instant> wakeAt() {
        return this instanceof Waiting waiting && !waiting.until().equals(Instant.MAX)
                ? Optional.of(waiting.until())
                : Optional.empty();
    }
}
