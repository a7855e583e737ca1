// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

/// A stretch of one second in which a tab's remote sound carries no energy.
public final class Silence {
    private Silence() {}

    public static void on(Tab tab) {
        long giveUp = System.nanoTime() + Tab.PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            double before = tab.stats().audioEnergy();
            tab.page().waitForTimeout(1_000);
            if (tab.stats().audioEnergy() - before < 0.0001) {
                return;
            }
        }
        throw new AssertionError("the other side is still heard");
    }
}
