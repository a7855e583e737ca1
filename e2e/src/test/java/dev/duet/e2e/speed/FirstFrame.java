// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.speed;

import com.microsoft.playwright.Browser;
import dev.duet.e2e.Browsers;
import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.speed.Beginning.Step;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/// From `accept` to the first sound and picture, through Duet and, in turn with it, between the same two browsers
/// directly.
///
///     bench/first-frame [calls]
public final class FirstFrame {
    /// The first calls load code and start encoders for the first time.
    private static final int WARM_UP = 2;

    /// Held, since the log system forgets the level of a logger nobody holds.
    private static final Logger SERVER = Logger.getLogger("dev.duet");

    private FirstFrame() {}

    public static void main(String[] args) {
        SERVER.setLevel(Level.WARNING);
        int calls = args.length == 0 ? 10 : Integer.parseInt(args[0]);
        try (Browsers browsers = new Browsers();
                Browser red = browsers.chromium(FakeMedia.Colour.RED);
                Browser blue = browsers.chromium(FakeMedia.Colour.BLUE);
                DuetCall duet = new DuetCall(red, blue);
                DirectCall direct = new DirectCall(red, blue)) {
            run(duet, direct, WARM_UP, new Figures("duet"), new Figures("direct"));
            Figures throughDuet = new Figures("duet");
            Figures directly = new Figures("direct");
            run(duet, direct, calls, throughDuet, directly);
            print(System.out, red.version(), calls, throughDuet, directly);
        }
    }

    private static void run(DuetCall duet, DirectCall direct, int calls, Figures throughDuet, Figures directly) {
        for (int call = 0; call < calls; call++) {
            duet.call(throughDuet);
            direct.call(directly);
        }
    }

    private static void print(PrintStream out, String chromium, int calls, Figures throughDuet, Figures directly) {
        out.printf(
                "%d calls of each kind, Chromium %s, %d processors, load %.1f%n%n",
                calls,
                chromium,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.printf("%-36s %7s %7s%n", "ms after accept", "median", "p90");
        out.print(throughDuet.table() + directly.table());
        for (Step step : new Step[] {Step.AUDIO, Step.VIDEO}) {
            out.printf(
                    "%s, both sides: duet %.0f ms, direct %.0f ms, ratio %.2f%n",
                    step.words(),
                    throughDuet.median(step),
                    directly.median(step),
                    throughDuet.median(step) / directly.median(step));
        }
    }
}
