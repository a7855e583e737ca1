// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.staying;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.Tab;
import dev.duet.e2e.TwoBrowsers;
import dev.duet.server.config.Entry;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A device in mid-call that leaves one network and comes to another.
class NetworkChangeIT extends TwoBrowsers {
    private static final Duration MOST = Duration.ofSeconds(3);

    private final RoamingNetwork network = new RoamingNetwork();

    @Override
    protected Entry[] settings() {
        return new Entry[] {new Entry("announce", RoamingNetwork.SERVER, "test"), new Entry("dev", "true", "test")};
    }

    @AfterAll
    void closeNetwork() {
        network.close();
    }

    @Test
    void a_new_address_interrupts_the_sound_for_less_than_3_seconds() {
        Tab alice = red("alice");
        String origin = "http://" + RoamingNetwork.SERVER + ":" + server().mediaPort();
        try (Browser roaming = browsers()
                .chromium(
                        FakeMedia.Colour.BLUE,
                        network::entrance,
                        "--unsafely-treat-insecure-origin-as-secure=" + origin)) {
            Tab bob = keep(Tab.open(roaming, origin, "bob"));
            talkByVideo(alice, "bob", bob);
            SoundGap atAlice = new SoundGap(alice);
            SoundGap atBob = new SoundGap(bob);
            bob.page().evaluate("""
              () => { const t0 = performance.now(); const log = window.__log = [];
                const l = (s) => log.push(Math.round(performance.now()-t0) + ' ' + s);
                for (const e of ['online','offline']) addEventListener(e, () => l(e + ' ' + navigator.onLine));
                navigator.connection?.addEventListener('change', () => l('connchange ' + navigator.connection.type + ' ' + navigator.connection.effectiveType));
                const p = __peers.at(-1);
                for (const e of ['connectionstatechange','iceconnectionstatechange','icegatheringstatechange','signalingstatechange']) p.addEventListener(e, () => l(e + ' ' + p.connectionState + ' ' + p.iceConnectionState + ' ' + p.iceGatheringState+' '+p.signalingState));
                p.addEventListener('icecandidate', (e) => l('cand ' + e.candidate?.candidate));
              }""");
            long t0 = System.nanoTime();
            bob.page().onWebSocket(ws -> {
                System.out.println("WS new " + (System.nanoTime() - t0) / 1000000);
            });
            network.replaceAddress(200);
            System.out.println("REPLACED " + (System.nanoTime() - t0) / 1000000);
            bob.page().waitForTimeout(10_000);
            System.out.println("LOG " + bob.page().evaluate("window.__log.join('\\n')"));
            System.out.println("GAPS " + atAlice.longest() + " " + atBob.longest());
            bob.seesAndHears();
            alice.seesAndHears();
            assertThat(atAlice.longest()).as("what alice did not hear").isLessThan(MOST);
            assertThat(atBob.longest()).as("what bob did not hear").isLessThan(MOST);
        }
    }
}
