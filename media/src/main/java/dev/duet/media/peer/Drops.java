// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

import java.util.LinkedHashMap;
import java.util.Map;

/// A counter for each reason to drop. One owner; readers elsewhere take a [#snapshot] from that owner.
public final class Drops {
    private static final Drop[] REASONS = Drop.values();

    private final long[] counts = new long[REASONS.length];

    @SuppressWarnings("EnumOrdinal")
    public void count(Drop reason) {
        counts[reason.ordinal()]++;
    }

    @SuppressWarnings("EnumOrdinal")
    public long of(Drop reason) {
        return counts[reason.ordinal()];
    }

    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /// The reasons by label, in order, zeros included.
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new LinkedHashMap<>();
        for (Drop reason : REASONS) {
            snapshot.put(reason.label(), of(reason));
        }
        return snapshot;
    }
}
