// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.agenda;

import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What has to be looked at later, in order of time. One time per alarm: setting it again moves it.
public final class Alarms {

    public sealed interface Alarm {
        /// A ringing invitation times out, an ended one is forgotten.
        record OfInvitation(InviteId id) implements Alarm {}

        /// An accepted invitation should have led to a room.
        record OfConnecting(InviteId id) implements Alarm {}

        /// A silent user leaves a room.
        record OfSilence(UserId user, RoomId room) implements Alarm {}

        /// A lobby whose socket is gone, or a speed test, has lasted long enough.
        record OfSolo(LoginId login) implements Alarm {}

        /// The media should have answered.
        record OfNegotiation(Ticket ticket) implements Alarm {}

        /// An inviter's allowance is full again and need not be kept.
        record OfAllowance(UserId user) implements Alarm {}
    }

    /// `order` tells alarms of the same instant apart.
    private record Entry(Instant at, long order, Alarm alarm) {}

    private final TreeSet<Entry> byTime =
            new TreeSet<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private final Map<Alarm, Entry> byAlarm = new HashMap<>();
    private long ordered;

    public void set(Alarm alarm, Instant at) {
        clear(alarm);
        Entry entry = new Entry(at, ordered++, alarm);
        byAlarm.put(alarm, entry);
        byTime.add(entry);
    }

    public void clear(Alarm alarm) {
        @Nullable Entry before = byAlarm.remove(alarm);
        if (before != null) {
            byTime.remove(before);
        }
    }

    public Optional<Instant> next() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first().at());
    }

    /// Takes out the earliest alarm that is due.
    public Optional<Alarm> takeDue(Instant now) {
        if (byTime.isEmpty() || byTime.first().at().isAfter(now)) {
            return Optional.empty();
        }
        Alarm due = byTime.first().alarm();
        clear(due);
        return Optional.of(due);
    }

    public int size() {
        return byAlarm.size();
    }
}
