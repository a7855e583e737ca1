// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.agenda;

import dev.duet.call.agenda.Alarms.Alarm.OfNegotiation;
import dev.duet.call.room.Destination;
import dev.duet.call.roster.Session;
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
public final class Negotiations {
    /// The media answers within milliseconds; a client gives up after about as long as this.
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /// What an offer was made for.
    public sealed interface Purpose {
        record Entry(Destination to) implements Purpose {}

        record Restart() implements Purpose {}

        record WarmUp() implements Purpose {}

        record SpeedTest() implements Purpose {}
    }

    public record Open(Ticket ticket, Session session, Purpose purpose, Instant since) {

        public UserId user() {
            return session.user();
        }

        /// Where its user is going, if it is an entry.
        public Optional<Destination> destination() {
            return purpose instanceof Purpose.Entry(Destination to) ? Optional.of(to) : Optional.empty();
        }
    }

    private final Alarms alarms;
    private final Map<Ticket, Open> open = new LinkedHashMap<>();

    public Negotiations(Alarms alarms) {
        this.alarms = alarms;
    }

    public void begin(Ticket ticket, Session session, Purpose purpose, Instant now) {
        open.put(ticket, new Open(ticket, session, purpose, now));
        alarms.set(new OfNegotiation(ticket), now.plus(PATIENCE));
    }

    public Optional<Open> finish(Ticket ticket) {
        @Nullable Open finished = open.remove(ticket);
        alarms.clear(new OfNegotiation(ticket));
        return Optional.ofNullable(finished);
    }

    public List<Open> matching(Predicate<Open> which) {
        return open.values().stream().filter(which).toList();
    }

    /// Whether this login is on the way into a room.
    public boolean isEntering(Session session) {
        return open.values().stream()
                .anyMatch(
                        one -> one.session.equals(session) && one.destination().isPresent());
    }
}
