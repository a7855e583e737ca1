// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A socket of the JDK's HTTP client. Its fields belong to the lane, but for the text that is being put together.
final class JdkLine implements Surroundings.Line, WebSocket.Listener {
    /// As large as a login answer may be; more is no server of ours.
    private static final int LONGEST_CHARS = 4 * 1024 * 1024;
    /// A close code that the network makes up (RFC 6455 section 7.4.1) says as little as none.
    private static final int BROKEN = 1006;

    private final Executor lane;
    private final Surroundings.LineEvents events;
    /// Only ever touched by the HTTP client, which calls a listener once at a time.
    private @Nullable StringBuilder part;

    private @Nullable WebSocket socket;
    /// The last send; the next may begin once it is done.
    private CompletableFuture<Boolean> sending = CompletableFuture.completedFuture(true);
    private boolean unwanted;

    private JdkLine(Executor lane, Surroundings.LineEvents events) {
        this.lane = lane;
        this.events = events;
    }

    static JdkLine open(HttpClient http, URI address, Executor lane, Surroundings.LineEvents events) {
        JdkLine line = new JdkLine(lane, events);
        try {
            var unused = http.newWebSocketBuilder().buildAsync(address, line).whenCompleteAsync(line::begin, lane);
        } catch (IllegalArgumentException noAddress) {
            lane.execute(() -> line.end(0));
        }
        return line;
    }

    private void begin(@Nullable WebSocket opened, @Nullable Throwable failure) {
        if (failure != null || opened == null) {
            end(0);
        } else if (unwanted) {
            opened.abort();
        } else {
            socket = opened;
            events.opened();
        }
    }

    /// Tells the end, once.
    private void end(int code) {
        if (!unwanted) {
            unwanted = true;
            events.closed(code);
        }
    }

    @Override
    public void send(String text) {
        WebSocket open = socket;
        if (open == null || unwanted) {
            return;
        }
        sending = sending.thenCompose(before -> open.sendText(text, true).thenApply(sent -> true))
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        lane.execute(() -> end(0));
                    }
                });
    }

    @Override
    public void close() {
        unwanted = true;
        WebSocket open = socket;
        if (open != null) {
            var unused = sending.exceptionally(failure -> false)
                    .thenCompose(sent -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                    .whenComplete((closed, failure) -> open.abort());
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        String whole = last && part == null ? text.toString() : join(text, last);
        if (whole != null) {
            lane.execute(() -> {
                if (!unwanted) {
                    events.frame(whole);
                }
            });
        }
        from.request(1);
        return null;
    }

    private @Nullable String join(CharSequence text, boolean last) {
        StringBuilder joined = part == null ? new StringBuilder() : part;
        if (joined.length() <= LONGEST_CHARS) {
            joined.append(text);
        }
        part = last ? null : joined;
        return last ? joined.toString() : null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        lane.execute(() -> end(code == BROKEN ? 0 : code));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        lane.execute(() -> end(0));
    }
}
