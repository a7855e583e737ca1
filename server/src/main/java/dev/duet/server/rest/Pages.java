// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The web app, held in memory; without one, a page that says how to build it.
public final class Pages {
    private static final String FOLDER = "web";
    private static final String HOME = "/index.html";

    /// Vite puts a hash of the content into the names of the files here.
    private static final String HASHED = "/assets/";

    private static final String ZIPPED = ".gz";

    private static final String NOT_BUILT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Duet</title>
            <style>body{font:16px/1.5 system-ui;margin:15vh auto;max-width:34rem;padding:0 1rem}</style>
            <h1>Duet is running</h1>
            <p>The server answers, but its web app was not built into it. Run <code>./duet start</code> from the
            repository, which builds it, or point your own client at <code>/v1/ws</code>.</p>
            </html>
            """;

    private final Map<String, Page> pages;

    private Pages(Map<String, Page> pages) {
        this.pages = Map.copyOf(pages);
    }

    /// The pages on the class path.
    public static Pages load() {
        URL folder = Pages.class.getClassLoader().getResource(FOLDER);
        Map<String, Page> pages = folder == null ? new TreeMap<>() : read(folder);
        pages.computeIfAbsent(HOME, home -> Page.of(home, NOT_BUILT.getBytes(StandardCharsets.UTF_8)));
        return new Pages(pages);
    }

    private static Map<String, Page> read(URL folder) {
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return walk(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return walk(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the pages on the class path cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an illegal entry", e);
        }
    }

    /// A file `x` with an `x.gz` beside it is one page, and costs neither compression nor its plain size at start.
    static Map<String, Page> walk(Path folder) throws IOException {
        Map<String, Path> files = files(folder);
        Map<String, Page> pages = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String path = file.getKey();
            Path zipped = files.get(path + ZIPPED);
            if (zipped != null) {
                pages.put(path, Page.ofZipped(path, Files.readAllBytes(zipped)));
            } else if (!path.endsWith(ZIPPED) || !files.containsKey(plainOf(path))) {
                pages.put(path, Page.of(path, Files.readAllBytes(file.getValue())));
            }
        }
        return pages;
    }

    private static String plainOf(String path) {
        return path.substring(0, path.length() - ZIPPED.length());
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> pathOf(folder, file), file -> file));
        }
    }

    private static String pathOf(Path folder, Path file) {
        return "/" + folder.relativize(file).toString().replace('\\', '/');
    }

    void serve(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String path = "/".equals(request.path()) ? HOME : String.valueOf(request.path());
        Page page = pages.get(path);
        if (page == null) {
            Answer.noSuchPath(exchange);
            return;
        }
        HttpServerResponse response = exchange.response()
                .putHeader("ETag", page.tag())
                .putHeader("Vary", "Accept-Encoding")
                .putHeader(
                        "Cache-Control", path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
        if (page.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            send(request, response.putHeader("Content-Type", page.type()), page);
        }
    }

    private static void send(HttpServerRequest request, HttpServerResponse response, Page page) {
        String accepted = request.getHeader("Accept-Encoding");
        boolean zip = accepted != null && accepted.contains("gzip") && page.isSmallerZipped();
        byte[] body = zip ? page.zipped() : page.plain();
        if (zip) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.putHeader("Content-Length", Integer.toString(body.length));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }
}
