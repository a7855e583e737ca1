// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.speed;

import dev.duet.e2e.speed.Beginning.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// The beginnings of many calls of one kind, both sides.
final class Figures {
    private final String kind;
    private final List<Beginning> callers = new ArrayList<>();
    private final List<Beginning> callees = new ArrayList<>();

    Figures(String kind) {
        this.kind = kind;
    }

    void add(Beginning caller, Beginning callee) {
        callers.add(caller);
        callees.add(callee);
    }

    /// One line for each side and step: median and 90th percentile.
    String table() {
        StringBuilder lines = new StringBuilder();
        for (Step step : Step.values()) {
            lines.append(line("callee", callees, step)).append(line("caller", callers, step));
        }
        return lines.toString();
    }

    private String line(String side, List<Beginning> beginnings, Step step) {
        return "%-7s %-7s %-20s %7.0f %7.0f\n"
                .formatted(
                        kind,
                        side,
                        step.words(),
                        quantile(times(beginnings, step), 0.5),
                        quantile(times(beginnings, step), 0.9));
    }

    /// The median over both sides of all calls.
    double median(Step step) {
        return quantile(DoubleStream.concat(times(callees, step), times(callers, step)), 0.5);
    }

    private static DoubleStream times(List<Beginning> side, Step step) {
        return side.stream().mapToDouble(beginning -> beginning.steps().get(step));
    }

    /// The nearest rank.
    static double quantile(DoubleStream values, double share) {
        double[] sorted = values.sorted().toArray();
        return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }
}
