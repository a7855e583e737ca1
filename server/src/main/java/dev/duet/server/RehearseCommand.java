// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `duet rehearse`: starts a node on a port and in a folder nobody uses, serves one page and stops. The launcher keeps
/// the
/// classes this loads in an archive, so that the next start need not.
@Command(name = "rehearse", hidden = true, mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("duet-rehearsal");
        Settings settings = Settings.of(List.of(
                new Entry("port", "0", "the rehearsal"),
                new Entry("data", folder.resolve("data").toString(), "the rehearsal")));
        try (Node node = Node.start(settings)) {
            URLConnection page =
                    URI.create("http://127.0.0.1:" + node.port() + "/").toURL().openConnection();
            page.getInputStream().readAllBytes();
            Greeting.of(node, settings, 0);
        } finally {
            forget(folder);
        }
        return 0;
    }

    private static void forget(Path folder) throws Exception {
        for (String file : List.of("data/apps.json", "data/lock", "data", "")) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }
}
