// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import dev.duet.call.quota.Allowance;
import dev.duet.call.quota.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each of many may still do under one limit, for a bounded number of them: who was quiet longest is forgotten
/// first. Callers come from any thread.
final class Allowances {
    private static final int REMEMBERED = 10_000;

    private final Limit limit;
    private final Map<String, Allowance> left = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > REMEMBERED;
        }
    };

    Allowances(Limit limit) {
        this.limit = limit;
    }

    synchronized boolean take(String who, Instant now) {
        return left.computeIfAbsent(who, first -> new Allowance(limit)).take(now);
    }

    /// Whether the next [#take] would be refused.
    synchronized boolean isUsedUp(String who, Instant now) {
        Allowance allowance = left.get(who);
        Duration room = limit.refill().multipliedBy(limit.burst() - 1L);
        return allowance != null && allowance.fullAt().isAfter(now.plus(room));
    }
}
