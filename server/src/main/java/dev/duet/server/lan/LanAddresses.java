// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The addresses at which the other machines of a local network reach this one, best first.
///
/// @param passedOver the interfaces that have an address and are not of such a network, for people
public record LanAddresses(List<InetAddress> addresses, List<String> passedOver) {
    /// Networks inside this machine, and tunnels out of it: containers, virtual machines, private networks.
    private static final Pattern VIRTUAL =
            Pattern.compile("(docker|br-[0-9a-f]{12}|veth|virbr|vmnet|vboxnet|vnet|cni|flannel|cali|lxc|lxdbr|podman"
                    + "|kube|tap|tun|utun|ppp|wg|zt|tailscale|ham|nordlynx).*");

    public LanAddresses {
        addresses = List.copyOf(addresses);
        passedOver = List.copyOf(passedOver);
    }

    /// As the system describes its network now.
    public static LanAddresses ofThisMachine() {
        return choose(NetworkCards.all(), NetworkCards.outward());
    }

    /// @param outward our address on the way to the rest of the world; the network that has it is the one meant
    static LanAddresses choose(List<NetworkCard> cards, Optional<InetAddress> outward) {
        List<InetAddress> chosen = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (NetworkCard card : cards) {
            List<InetAddress> fit = isOfLan(card)
                    ? card.addresses().stream().filter(LanAddresses::isOfLan).toList()
                    : List.of();
            chosen.addAll(fit);
            if (fit.isEmpty()) {
                named(card).ifPresent(passedOver::add);
            }
        }
        chosen.sort(Comparator.comparing(address -> !outward.equals(Optional.of(address))));
        return new LanAddresses(chosen, passedOver);
    }

    /// One sentence for whoever expected an address.
    public String whyNone() {
        return "This machine has no address in a local network"
                + (passedOver.isEmpty() ? "" : " (passed over: " + String.join(", ", passedOver) + ")")
                + "; connect it to one, or name an address with --announce.";
    }

    private static boolean isOfLan(NetworkCard card) {
        return card.traits().contains(NetworkCard.Trait.UP)
                && !card.traits().contains(NetworkCard.Trait.LOOPBACK)
                && !card.traits().contains(NetworkCard.Trait.POINT_TO_POINT)
                && !VIRTUAL.matcher(card.name()).matches();
    }

    /// Private (RFC 1918): whoever announces a public address opens a server to the world, and must say so.
    private static boolean isOfLan(InetAddress address) {
        return address instanceof Inet4Address && address.isSiteLocalAddress();
    }

    /// Its name and address, when it has one beyond its own link.
    private static Optional<String> named(NetworkCard card) {
        return card.addresses().stream()
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst()
                .map(address -> card.name() + " " + address.getHostAddress());
    }
}
