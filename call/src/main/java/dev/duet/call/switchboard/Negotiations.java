// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.roster.Session;
import dev.duet.call.switchboard.Alarms.Alarm.OfNegotiation;
import dev.duet.frame.RequestId;
import dev.duet.frame.Scene;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The offers that the media has not answered yet.
final class Negotiations {
    /// The media answers within milliseconds; a client gives up after about as long as this.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /// The request that waits for the answer.
    record Ticket(LoginId login, RequestId request) {}

    sealed interface Purpose {
        record Entry(Scene scene) implements Purpose {}

        record Restart() implements Purpose {}
    }

    record Open(Ticket ticket, Session session, RoomId room, Purpose purpose, Instant since) {

        UserId user() {
            return session.user();
        }

        boolean isEntry() {
            return purpose instanceof Purpose.Entry;
        }
    }

    private final Alarms alarms;
    private final Map<Ticket, Open> open = new LinkedHashMap<>();

    Negotiations(Alarms alarms) {
        this.alarms = alarms;
    }

    void begin(Open negotiation) {
        open.put(negotiation.ticket, negotiation);
        alarms.set(new OfNegotiation(negotiation.ticket), negotiation.since.plus(PATIENCE));
    }

    Optional<Open> finish(Ticket ticket) {
        @Nullable Open finished = open.remove(ticket);
        alarms.clear(new OfNegotiation(ticket));
        return Optional.ofNullable(finished);
    }

    List<Open> matching(Predicate<Open> which) {
        return open.values().stream().filter(which).toList();
    }
}
