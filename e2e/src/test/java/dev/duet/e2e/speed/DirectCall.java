// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.speed;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Two pages connected peer to peer, each offer and answer passed on by a WebSocket that does nothing else: what
/// remains
/// of a call when its server takes no time.
final class DirectCall implements AutoCloseable {
    private static final String PAGE = "<!doctype html><title>direct</title><video autoplay playsinline></video>";

    private final Vertx vertx = Vertx.vertx();
    private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Page caller;
    private final Page callee;

    DirectCall(Browser calling, Browser called) {
        HttpServer relay = wait(vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(PAGE))
                .webSocketHandler(this::opened)
                .listen(0, "127.0.0.1"));
        caller = open(calling, relay.actualPort());
        callee = open(called, relay.actualPort());
    }

    private void opened(ServerWebSocket socket) {
        sockets.add(socket);
        socket.textMessageHandler(text ->
                sockets.stream().filter(other -> !other.equals(socket)).forEach(other -> other.writeTextMessage(text)));
    }

    private static Page open(Browser browser, int port) {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setPermissions(List.of("camera", "microphone")));
        Page page = context.newPage();
        page.addInitScript(Scripts.FIRST_MEDIA);
        page.navigate("http://localhost:" + port + "/");
        page.evaluate(Scripts.DIRECT);
        page.evaluate("direct.ready()");
        return page;
    }

    /// Calls once, and hangs up when both see and hear each other.
    void call(Figures into) {
        caller.evaluate("firstMedia.forget()");
        callee.evaluate("firstMedia.forget()");
        caller.evaluate("direct.call()");
        callee.waitForFunction("direct.rings");
        callee.evaluate("direct.accept()");
        double accepted = Beginning.accepted(callee);
        into.add(Beginning.of(caller, accepted), Beginning.of(callee, accepted));
        caller.evaluate("direct.hangUp()");
        callee.evaluate("direct.hangUp()");
    }

    private static <T> T wait(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        caller.context().close();
        callee.context().close();
        wait(vertx.close());
    }
}
