// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.ledger;

import dev.duet.call.room.Departure;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The second half of a call. It counts only while both users are in the room: a user who vanished and came back
/// leaves a gap.
///
/// @param room null until the first user enters
/// @param counted the time together up to `since`
/// @param since null while they are not together
/// @param firstOut who ended it, null while both are in or neither has left
public record Talk(
        @Nullable RoomId room,
        Duration counted,
        @Nullable Instant since,
        @Nullable Leaving firstOut) {

    static final Talk NONE = new Talk(null, Duration.ZERO, null, null);

    public record Leaving(UserId user, Departure departure) {}

    /// How long both were in the room, up to now.
    public Duration lasted(Instant now) {
        return since == null ? counted : counted.plus(Duration.between(since, now));
    }

    Talk entered(CallEvent.Entered event) {
        boolean together = event.present() > 1;
        return together
                ? new Talk(event.room(), lasted(event.at()), event.at(), null)
                : new Talk(event.room(), counted, since, firstOut);
    }

    Talk left(CallEvent.Left event) {
        return new Talk(
                room,
                lasted(event.at()),
                null,
                firstOut != null ? firstOut : new Leaving(event.user(), event.departure()));
    }
}
