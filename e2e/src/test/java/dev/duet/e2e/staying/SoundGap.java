// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.staying;

import dev.duet.e2e.Tab;
import java.time.Duration;

/// The longest time for which a tab got no packet of the other side's voice.
final class SoundGap {
    /// Looks every 20 ms, as often as packets come. A new connection counts from its first packet.
    private static final String WATCH = """
            () => {
                const gap = window.__soundGap = { longest: 0, since: performance.now() };
                let seen = 0;
                const look = async () => {
                    const stats = await window.__peers.at(-1).getStats();
                    const now = performance.now();
                    const packets = [...stats.values()].find(s => s.type === 'inbound-rtp' && s.kind === 'audio')?.packetsReceived ?? 0;
                    if (packets !== seen) {
                        gap.longest = Math.max(gap.longest, now - gap.since);
                        gap.since = now;
                        seen = packets;
                    }
                    if (window.__soundGap === gap) setTimeout(look, 20);
                };
                look();
            }""";

    private static final String LONGEST = "() => Math.max(__soundGap.longest, performance.now() - __soundGap.since)";

    private final Tab tab;

    SoundGap(Tab tab) {
        this.tab = tab;
        tab.page().evaluate(WATCH);
    }

    Duration longest() {
        return Duration.ofMillis(((Number) tab.page().evaluate(LONGEST)).longValue());
    }
}
