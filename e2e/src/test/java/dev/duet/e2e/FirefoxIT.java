// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import com.microsoft.playwright.Browser;
import dev.duet.server.config.Entry;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/// Firefox never uses loopback for media, so here the server announces another address of this machine.
class FirefoxIT extends TwoBrowsers {

    @Override
    protected Entry[] settings() {
        return new Entry[] {new Entry("announce", address(), "test"), new Entry("dev", "true", "test")};
    }

    /// Of this machine, besides loopback.
    static String address() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Firefox needs an IPv4 address besides loopback"))
                    .getHostAddress();
        } catch (SocketException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void chromium_calls_firefox() {
        Tab alice = red("alice");
        try (Browser firefox = browsers().firefox()) {
            Tab bob = keep(Tab.open(firefox, server().origin(), "bob"));
            talkByVideo(alice, "bob", bob);
            bob.seesColour(FakeMedia.Colour.RED);
            alice.click("hang-up");
            bob.seesEnd("hangup");
        }
    }
}
