// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.socket;

import dev.duet.client.socket.Surroundings;
import java.net.URI;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/// A socket of OkHttp. Its fields belong to the lane.
final class OkLine extends WebSocketListener implements Surroundings.Line {
    private static final int NORMAL = 1000;
    /// Close codes that the library makes up (RFC 6455 section 7.4.1) say as little as none.
    private static final int NO_CODE = 1005;

    private static final int BROKEN = 1006;

    private final Executor lane;
    private final Surroundings.LineEvents events;
    private @Nullable WebSocket socket;
    private boolean unwanted;

    private OkLine(Executor lane, Surroundings.LineEvents events) {
        this.lane = lane;
        this.events = events;
    }

    static OkLine open(OkHttpClient http, URI address, Executor lane, Surroundings.LineEvents events) {
        OkLine line = new OkLine(lane, events);
        try {
            Request request = new Request.Builder().url(address.toString()).build();
            WebSocket unused = http.newWebSocket(request, line);
        } catch (IllegalArgumentException noAddress) {
            lane.execute(() -> line.end(0));
        }
        return line;
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        lane.execute(() -> {
            if (unwanted) {
                opened.cancel();
            } else {
                socket = opened;
                events.opened();
            }
        });
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        lane.execute(() -> {
            if (!unwanted) {
                events.frame(text);
            }
        });
    }

    /// The server closes: OkHttp waits for our word.
    @Override
    public void onClosing(WebSocket from, int code, String reason) {
        boolean unused = from.close(NORMAL, null);
        lane.execute(() -> end(code == NO_CODE || code == BROKEN ? 0 : code));
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
        lane.execute(() -> end(0));
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
        if (open != null && !unwanted && !open.send(text)) {
            // Its queue is full: nothing gets through.
            open.cancel();
        }
    }

    @Override
    public void close() {
        unwanted = true;
        WebSocket open = socket;
        if (open != null) {
            boolean unused = open.close(NORMAL, null);
        }
    }
}
