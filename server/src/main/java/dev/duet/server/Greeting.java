// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.config.Settings;
import java.net.InetAddress;

/// What a person reads once the server runs: what to open, and what to know. It holds no secret.
final class Greeting {
    private Greeting() {}

    static String of(Node node, Settings settings) {
        return "\nDuet " + Version.text() + " is running. Ctrl-C stops it.\n\n"
                + (node.isDev() ? callYourself(node, settings) : signIn(node, settings))
                + line("App", "SDKAppID " + node.apps().first().id())
                + line(
                        "Data",
                        settings.data().toAbsolutePath().normalize() + " (yours alone; it holds the app's secret)")
                + line("Dev mode", dev(node, settings))
                + line("Reach", reach(node, settings))
                + "\n";
    }

    private static String callYourself(Node node, Settings settings) {
        String page = page(node, settings);
        return line("Open", page + "?user=alice")
                + line("and", page + "?user=bob")
                + line("", "in two tabs; then type bob into alice's and call.")
                + "\n";
    }

    private static String signIn(Node node, Settings settings) {
        return line("Open", page(node, settings))
                + line("Tickets", "./duet usersig mint --user alice --data " + settings.data())
                + "\n";
    }

    private static String page(Node node, Settings settings) {
        InetAddress address = settings.listen().address();
        String host =
                address.isLoopbackAddress() || address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return "http://" + host + ":" + node.port() + "/";
    }

    private static String dev(Node node, Settings settings) {
        if (!node.isDev()) {
            return "off: users need a ticket of your own server";
        }
        return settings.listen().isLocal()
                ? "on: whoever is on this machine may sign in as anybody; dev = false ends that"
                : "ON, AND REACHABLE FROM OTHER MACHINES: anybody may sign in as anybody";
    }

    private static String reach(Node node, Settings settings) {
        return settings.listen().isLocal()
                ? "this machine alone; --announce IP opens it to others"
                : "TCP and UDP port " + node.port() + " on "
                        + settings.listen().address().getHostAddress();
    }

    private static String line(String label, String text) {
        return "  %-9s %s\n".formatted(label, text);
    }
}
