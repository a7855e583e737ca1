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
    /// Chromium takes 2 s of them to tell a page's connections that there is another address.
    private static final Duration MOST = Duration.ofSeconds(3);

    /// The own address of the pair of addresses over which media flow.
    private static final String OWN_ADDRESS = """
            async () => {
                const stats = await window.__peers.at(-1).getStats();
                const all = [...stats.values()];
                const transport = all.find(({ type }) => type === 'transport');
                return stats.get(stats.get(transport.selectedCandidatePairId).localCandidateId).address;
            }""";

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
        assertThat(longestSilence(Duration.ZERO)).isLessThan(MOST);
    }

    @Test
    void after_4_seconds_without_any_network_the_sound_is_back_within_5() {
        Duration away = Duration.ofSeconds(4);
        assertThat(longestSilence(away)).isBetween(away, away.plusSeconds(5));
    }

    /// In a call in which bob's address goes and another comes, as long as `away` later.
    private Duration longestSilence(Duration away) {
        Tab alice = red("alice");
        String origin = "http://" + RoamingNetwork.SERVER + ":" + server().mediaPort();
        String trusted = "--unsafely-treat-insecure-origin-as-secure=" + origin;
        try (Browser roaming = browsers().chromium(FakeMedia.Colour.BLUE, network::entrance, trusted)) {
            Tab bob = keep(Tab.open(roaming, origin, "bob"));
            talkByVideo(alice, "bob", bob);
            SoundGap atAlice = new SoundGap(alice);
            SoundGap atBob = new SoundGap(bob);
            String address = network.replaceAddress(away);
            bob.seesAndHears();
            alice.seesAndHears();
            assertThat(bob.page().evaluate(OWN_ADDRESS)).isEqualTo(address);
            bob.seesConnection("online");
            Duration longest = atAlice.longest().compareTo(atBob.longest()) > 0 ? atAlice.longest() : atBob.longest();
            System.out.println("longest silence with " + away + " without a network: " + longest);
            alice.click("hang-up");
            bob.seesEnd("hangup");
            return longest;
        }
    }
}
