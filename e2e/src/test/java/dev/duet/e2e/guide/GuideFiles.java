// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The page made of the guide's snippets, given to a browser as if the server had it, under the server's own rules of
/// what a page may do.
final class GuideFiles {
    static final String FOLDER = "/guide/";

    private static final String PERMISSIONS = "Permissions-Policy";
    private static final Path BUILT = Path.of("..", "web", "guide", "dist");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

    private GuideFiles() {}

    /// What a page may do by the server's own rules.
    static Map<String, String> rulesOf(String origin) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(origin + "/")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var headers = client.send(question, BodyHandlers.discarding()).headers();
            return Map.of(
                    "Content-Security-Policy",
                    headers.firstValue("Content-Security-Policy").orElseThrow(),
                    PERMISSIONS,
                    headers.firstValue(PERMISSIONS).orElseThrow());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// The same, but for camera and microphone.
    static Map<String, String> withoutDevices(Map<String, String> rules) {
        Map<String, String> fewer = new HashMap<>(rules);
        fewer.put(PERMISSIONS, "camera=(), microphone=()");
        return fewer;
    }

    static void serve(Page page, String origin, Map<String, String> rules) {
        if (!Files.isRegularFile(BUILT.resolve("index.html"))) {
            throw new IllegalStateException("web/guide is not built: run `npm run build` in web/");
        }
        page.route(origin + FOLDER + "**", route -> answer(route, rules));
    }

    private static void answer(Route route, Map<String, String> rules) {
        String path = URI.create(route.request().url()).getPath().substring(FOLDER.length());
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        route.fulfill(new Route.FulfillOptions()
                .setPath(BUILT.resolve(path))
                .setContentType(type)
                .setHeaders(rules));
    }
}
