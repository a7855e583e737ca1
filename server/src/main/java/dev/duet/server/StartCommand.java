// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.config.SettingsFile;
import dev.duet.server.lan.LanAddresses;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `duet start`: runs a node until somebody stops it.
@Command(name = "start", description = "Run the server until Ctrl-C.", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    private static final String ORIGIN = "the command line";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings as lines of key = value; see docs/operations.md.")
    private @Nullable Path settings;

    @Option(names = "--port", paramLabel = "PORT", description = "TCP and UDP port. Default: 8080.")
    private @Nullable String port;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder. Default: ./data.")
    private @Nullable String data;

    @Option(
            names = "--announce",
            paramLabel = "IP[:PORT]",
            arity = "1..*",
            description = "Addresses under which clients reach this server. Without one, only this machine does.")
    private List<String> announce = List.of();

    @Option(
            names = "--lan",
            description = "Serve HTTPS to phones and laptops on this network; anybody on it may sign in.")
    private boolean lan;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any other setting.")
    private List<String> others = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings chosen = settings();
        Node node = Node.start(chosen);
        Runtime.getRuntime().addShutdownHook(new Thread(node::close, "stop"));
        greet(node, chosen);
        return 0;
    }

    private Settings settings() throws Exception {
        List<Entry> entries = new ArrayList<>();
        if (settings != null) {
            entries.addAll(SettingsFile.read(settings));
        }
        add(entries, "port", port);
        add(entries, "data", data);
        add(entries, "announce", announce.isEmpty() ? null : String.join(",", announce));
        add(entries, "lan", lan ? "true" : null);
        for (String other : others) {
            entries.add(SettingsFile.entry(other, ORIGIN));
        }
        Settings chosen =
                Settings.of(entries, () -> LanAddresses.ofThisMachine().addresses());
        requireLan(chosen.listen());
        return chosen;
    }

    private static void requireLan(Settings.Listen listen) throws CannotStart {
        if (listen.lan() && listen.announce().isEmpty() && listen.bind().isEmpty()) {
            throw new CannotStart(LanAddresses.ofThisMachine().whyNone());
        }
    }

    /// The launcher tells it, when it prints to a terminal.
    private static int columns() {
        String columns = System.getenv("DUET_COLUMNS");
        return columns != null && columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : 0;
    }

    private static void add(List<Entry> entries, String key, @Nullable String value) {
        if (value != null) {
            entries.add(new Entry(key, value, ORIGIN));
        }
    }

    private void greet(Node node, Settings chosen) {
        PrintWriter out = Main.out(spec);
        out.print(Greeting.of(node, chosen, columns()));
        out.flush();
    }
}
