// SPDX-License-Identifier: Apache-2.0
package dev.duet.testkit;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One direction of a network path, in virtual time: what goes in comes out later, twice, out of order or never, as its
/// conditions say.
///
/// The same seed and the same inputs give the same outputs.
public final class LossyLink<T> {
    private static final double NANOS_PER_BIT_AT_1 = 8e9;

    private final Random random;
    private final PriorityQueue<Flight<T>> inFlight = new PriorityQueue<>(
            Comparator.<Flight<T>>comparingLong(Flight::arrival).thenComparingLong(Flight::order));
    private LinkConditions conditions;
    private long order;
    private long busyUntil = Long.MIN_VALUE;
    private long lastArrival = Long.MIN_VALUE;
    private long sent;
    private long lost;

    private record Flight<T>(T item, long arrival, long order) {}

    public LossyLink(LinkConditions conditions, long seed) {
        this.conditions = conditions;
        this.random = new Random(seed);
    }

    /// Changes the conditions for what is sent from now on.
    public void conditions(LinkConditions next) {
        conditions = next;
    }

    /// Puts a datagram on the link.
    ///
    /// @param bytes its size, for links with a rate
    public void send(T item, int bytes, long nowNanos) {
        sent++;
        long departure = departure(bytes, nowNanos);
        if (departure - nowNanos > conditions.queue().toNanos() || random.nextDouble() < conditions.loss()) {
            lost++;
            return;
        }
        fly(item, departure);
        if (random.nextDouble() < conditions.duplication()) {
            fly(item, departure);
        }
    }

    /// The next datagram that has arrived by now, or null.
    public @Nullable T poll(long nowNanos) {
        Flight<T> first = inFlight.peek();
        if (first == null || first.arrival() > nowNanos) {
            return null;
        }
        inFlight.remove();
        return first.item();
    }

    /// When the next datagram arrives, or `Long.MAX_VALUE`.
    public long nextAt() {
        Flight<T> first = inFlight.peek();
        return first == null ? Long.MAX_VALUE : first.arrival();
    }

    public long sent() {
        return sent;
    }

    /// Datagrams lost by chance or because the queue was full.
    public long lost() {
        return lost;
    }

    /// When the last bit leaves a sender of the link's rate; datagrams that would wait too long take no time of it.
    private long departure(int bytes, long nowNanos) {
        if (conditions.bitsPerSecond() == LinkConditions.UNLIMITED) {
            return nowNanos;
        }
        long departure =
                Math.max(nowNanos, busyUntil) + (long) (bytes * NANOS_PER_BIT_AT_1 / conditions.bitsPerSecond());
        if (departure - nowNanos <= conditions.queue().toNanos()) {
            busyUntil = departure;
        }
        return departure;
    }

    /// Jitter keeps the order; a reordered datagram alone is overtaken by those behind it.
    private void fly(T item, long departure) {
        long jitter = (long) (random.nextDouble() * conditions.jitter().toNanos());
        long arrival = departure + conditions.delay().toNanos() + jitter;
        if (random.nextDouble() < conditions.reordering()) {
            arrival += conditions.overtaking().toNanos();
        } else {
            arrival = Math.max(arrival, lastArrival);
            lastArrival = arrival;
        }
        inFlight.add(new Flight<>(item, arrival, order++));
    }
}
