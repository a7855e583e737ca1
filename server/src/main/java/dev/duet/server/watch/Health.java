// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The parts of a node that can be out of order.
public final class Health {
    private final List<Check> checks;

    public Health(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /// One part; `trouble` is empty while it works and otherwise one sentence.
    public record Check(String part, Supplier<Optional<String>> trouble) {}

    /// The parts that are out of order, each with its sentence.
    public Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        for (Check check : checks) {
            check.trouble().get().ifPresent(sentence -> troubles.put(check.part(), sentence));
        }
        return troubles;
    }
}
