// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Failures within the last minute by whoever caused them, for a bounded number of them: the longest quiet is forgotten
/// first.
final class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final int limit;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param limit failures a minute before the next attempt is not even judged
    Attempts(int limit) {
        this.limit = limit;
    }

    private record Count(Instant since, int failures) {}

    synchronized boolean areTooMany(String who, Instant now) {
        Count count = counts.get(who);
        return count != null && count.failures >= limit && now.isBefore(count.since.plus(WINDOW));
    }

    synchronized void failed(String who, Instant now) {
        counts.merge(
                who,
                new Count(now, 1),
                (old, first) -> now.isBefore(old.since.plus(WINDOW)) ? new Count(old.since, old.failures + 1) : first);
    }
}
