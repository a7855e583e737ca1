// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.staying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// The TCP way from one browser to the server, which can be cut and mended. Media go another way.
public final class SocketPath implements AutoCloseable {
    private final ServerSocket front;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cut = new AtomicBoolean();

    public SocketPath(int serverPort) {
        this.serverPort = serverPort;
        try {
            front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    /// Where the browser finds the server's pages.
    public String origin() {
        return "http://localhost:" + front.getLocalPort();
    }

    /// Ends what there is and refuses what comes.
    public void cut() {
        cut.set(true);
        open.forEach(SocketPath::end);
    }

    public void mend() {
        cut.set(false);
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        open.forEach(SocketPath::end);
    }

    private void acceptAll() {
        while (!front.isClosed()) {
            try {
                Socket browser = front.accept();
                if (cut.get()) {
                    browser.close();
                } else {
                    join(browser);
                }
            } catch (IOException closed) {
                // The loop's condition tells whether it was us.
            }
        }
    }

    private void join(Socket browser) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        open.add(browser);
        open.add(server);
        Thread.ofVirtual().start(() -> carry(browser, server));
        Thread.ofVirtual().start(() -> carry(server, browser));
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Both ends go, whichever went first.
        }
        end(from);
        end(to);
        open.remove(from);
        open.remove(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is gone already.
        }
    }
}
