// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import dev.duet.frame.Platform;
import java.net.URI;
import java.time.Instant;

/// What sessions take from the world; tests bring their own. Whatever it calls back it calls on its one thread.
public interface Surroundings {
    /// What this runs on, as the server is told.
    default Platform platform() {
        return Platform.JAVA;
    }

    Instant now();

    /// In [0, 1).
    double chance();

    /// Begins to open a socket.
    Line open(URI address, LineEvents events);

    /// Runs code at a time or soon after; returns what calls it off.
    Runnable wake(Instant at, Runnable code);

    /// Runs code on the one thread, in the order in which it came.
    void run(Runnable code);

    /// A socket. After `close` nothing is told of it.
    interface Line {
        /// Nothing happens while the socket is not open.
        void send(String text);

        void close();
    }

    interface LineEvents {
        void opened();

        /// `code` is the server's close code, or 0 when it gave none.
        void closed(int code);

        void frame(String text);
    }
}
