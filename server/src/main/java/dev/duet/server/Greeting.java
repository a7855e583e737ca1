// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.config.DevMode;
import dev.duet.server.config.Settings;
import dev.duet.server.lan.QrCode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// What a person reads once the server runs: what to open, and what to know. It holds no secret.
final class Greeting {
    private static final int MARGIN = 2;

    private final Node node;
    private final Settings settings;
    private final int columns;

    private Greeting(Node node, Settings settings, int columns) {
        this.node = node;
        this.settings = settings;
        this.columns = columns;
    }

    /// @param columns the width of the terminal; 0 when nobody reads it on one
    static String of(Node node, Settings settings, int columns) {
        return new Greeting(node, settings, columns).text();
    }

    private String text() {
        return "\nDuet " + Version.text() + " is running. Ctrl-C stops it.\n\n"
                + (settings.listen().lan() ? callFromPhones() : "")
                + (node.isDev() ? callYourself() : signIn())
                + line("App", "SDKAppID " + node.apps().first().id())
                + line(
                        "Data",
                        settings.data().toAbsolutePath().normalize() + " (yours alone; it holds the app's secret)")
                + line("Dev mode", dev())
                + line("Reach", reach())
                + "\n";
    }

    private String callFromPhones() {
        List<String> pages = settings.listen().reached().stream()
                .map(address -> page(literal(address)))
                .toList();
        StringBuilder text = new StringBuilder(line("Phones", pages.getFirst()));
        pages.stream().skip(1).forEach(page -> text.append(line("or", page)));
        QrCode.of(pages.getFirst())
                .lines(MARGIN, columns)
                .ifPresent(code -> text.append("\n").append(code).append("\n"));
        return text + line("", "The browser warns once that it does not know the certificate: this server made it")
                + line("", "itself. Android: tap Advanced, then Proceed. iPhone: tap Show Details, then visit this")
                + line("", "website. Firefox: tap Advanced, then Accept the Risk.")
                + "\n";
    }

    private String callYourself() {
        String page = page(localName());
        if (settings.listen().lan()) {
            return line("Here", page)
                    + line("", "Sign in under a name on each machine; type one's name into the other's page and call.")
                    + "\n";
        }
        return line("Open", page + "?user=alice")
                + line("and", page + "?user=bob")
                + line("", "in two tabs; then type bob into alice's and call.")
                + "\n";
    }

    private String signIn() {
        return line("Open", page(localName()))
                + line("Tickets", "./duet usersig mint --user alice --data " + settings.data())
                + "\n";
    }

    private String page(String host) {
        return (settings.listen().lan() ? "https://" : "http://") + host + ":" + node.port() + "/";
    }

    private String localName() {
        InetAddress address = settings.listen().address();
        return address.isLoopbackAddress() || address.isAnyLocalAddress() ? "localhost" : literal(address);
    }

    private static String literal(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    private String dev() {
        if (!node.isDev()) {
            return settings.listen().lan() && settings.dev() == DevMode.AUTO
                    ? "off: this data folder is of a server with tickets of its own; --set dev=true lets names sign in"
                    : "off: users need a ticket of your own server";
        }
        if (settings.listen().isLocal()) {
            return "on: whoever is on this machine may sign in as anybody; dev = false ends that";
        }
        return settings.listen().lan()
                ? "ON: ANYBODY ON THIS NETWORK MAY SIGN IN UNDER ANY NAME; --set dev=false ends that"
                : "ON, AND REACHABLE FROM OTHER MACHINES: anybody may sign in as anybody";
    }

    private String reach() {
        return settings.listen().isLocal()
                ? "this machine alone; --lan opens it to phones on this network, --announce IP to others"
                : "TCP and UDP port " + node.port() + " on "
                        + settings.listen().address().getHostAddress();
    }

    private static String line(String label, String text) {
        return "  %-9s %s\n".formatted(label, text);
    }
}
