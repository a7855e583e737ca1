// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.server.lan.NetworkCard.Trait;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanAddressesTest {
    private static final NetworkCard LOOPBACK =
            new NetworkCard("lo", Set.of(Trait.UP, Trait.LOOPBACK), addresses("127.0.0.1", "::1"));
    private static final NetworkCard WIFI = up("wlan0", "192.168.1.23", "fe80::1", "2001:db8::23");

    private static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts).map(InetAddress::ofLiteral).toList();
    }

    private static NetworkCard up(String name, String... addresses) {
        return new NetworkCard(name, Set.of(Trait.UP), addresses(addresses));
    }

    private static LanAddresses choose(NetworkCard... cards) {
        return LanAddresses.choose(List.of(cards), Optional.empty());
    }

    @Test
    void the_private_address_of_a_network_card_is_chosen() {
        assertThat(choose(LOOPBACK, WIFI).addresses()).isEqualTo(addresses("192.168.1.23"));
        assertThat(choose(LOOPBACK, WIFI).passedOver()).isEmpty();
    }

    @Test
    void of_several_the_one_with_the_way_out_comes_first() {
        NetworkCard cable = up("enp3s0", "10.0.0.5");
        LanAddresses chosen = LanAddresses.choose(List.of(WIFI, cable), Optional.of(InetAddress.ofLiteral("10.0.0.5")));
        assertThat(chosen.addresses()).isEqualTo(addresses("10.0.0.5", "192.168.1.23"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docker0", "br-0a1b2c3d4e5f", "veth12ab", "virbr0", "vmnet8", "vboxnet0", "tun0", "utun4", "wg0"
            })
    void networks_inside_this_machine_and_tunnels_out_of_it_are_passed_over(String name) {
        LanAddresses chosen = choose(LOOPBACK, up(name, "172.17.0.1"), WIFI);
        assertThat(chosen.addresses()).isEqualTo(addresses("192.168.1.23"));
        assertThat(chosen.passedOver()).containsExactly(name + " 172.17.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "en0", "enp0s31f6", "wlp2s0", "br0", "bridge100", "bond0", "ap0"})
    void cards_bridges_and_bonds_are_taken(String name) {
        assertThat(choose(up(name, "10.1.2.3")).addresses()).isEqualTo(addresses("10.1.2.3"));
    }

    @Test
    void what_is_down_or_leads_to_one_machine_only_is_passed_over() {
        NetworkCard down = new NetworkCard("eth0", Set.of(), addresses("192.168.7.7"));
        NetworkCard modem = new NetworkCard("wwan0", Set.of(Trait.UP, Trait.POINT_TO_POINT), addresses("10.64.1.2"));
        assertThat(choose(down, modem).addresses()).isEmpty();
    }

    @Test
    void a_public_address_is_never_announced_by_itself() {
        assertThat(choose(up("eth0", "203.0.113.7", "2001:db8::7")).addresses()).isEmpty();
    }

    @Test
    void a_card_without_a_lease_has_no_address_of_a_network() {
        assertThat(choose(up("wlan0", "169.254.10.1", "fe80::2")).addresses()).isEmpty();
    }

    @Test
    void without_an_address_one_sentence_says_what_there_was() {
        assertThat(choose(LOOPBACK, up("docker0", "fe80::3", "172.17.0.1"), up("eth0", "203.0.113.7"))
                        .whyNone())
                .isEqualTo("This machine has no address in a local network (passed over: docker0 172.17.0.1, eth0"
                        + " 203.0.113.7); connect it to one, or name an address with --announce.");
        assertThat(choose(LOOPBACK).whyNone())
                .isEqualTo("This machine has no address in a local network; connect it to one, or name an address"
                        + " with --announce.");
    }

    @Test
    void this_machine_can_be_asked() {
        assertThat(NetworkCards.all()).isNotEmpty();
        assertThat(LanAddresses.ofThisMachine().addresses()).allMatch(InetAddress::isSiteLocalAddress);
    }
}
