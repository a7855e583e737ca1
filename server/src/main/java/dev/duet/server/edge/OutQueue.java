// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.concurrent.atomic.AtomicInteger;

/// What waits to be written to one socket, counted in characters (bytes, but for the rare one) and bounded. Writers
/// come from any thread.
final class OutQueue {
    private final ServerWebSocket socket;
    private final int limit;
    private final Runnable onOverflow;
    private final AtomicInteger waiting = new AtomicInteger();

    /// @param onOverflow called by the writer who finds too much waiting
    OutQueue(ServerWebSocket socket, int limit, Runnable onOverflow) {
        this.socket = socket;
        this.limit = limit;
        this.onOverflow = onOverflow;
    }

    void text(String frame) {
        if (waiting.addAndGet(frame.length()) > limit) {
            onOverflow.run();
            return;
        }
        socket.writeTextMessage(frame).onComplete(done -> waiting.addAndGet(-frame.length()));
    }

    void ping() {
        socket.writePing(Buffer.buffer());
    }

    /// Says goodbye after all that waits.
    void close(Closing why) {
        socket.close(why.code(), why.reason());
    }

    /// Ends the connection at once, whatever waits.
    void cut() {
        var _ = ((WebSocketInternal) socket).channelHandlerContext().close();
    }
}
