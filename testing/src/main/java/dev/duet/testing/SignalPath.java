// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A TCP path between a client and the server that can be slow, and be cut and mended. On one machine only.
public final class SignalPath implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private enum State {
        OPEN,
        CUT,
        CLOSED
    }

    /// Bytes on their way; none say that no more come.
    private record Chunk(ByteBuffer bytes, long dueNanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private final ServerSocket front;
    private final int serverPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);

    /// An open path to the server's port on loopback.
    public SignalPath(int serverPort) {
        this.serverPort = serverPort;
        try {
            front = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().name("signal-path").start(this::run);
    }

    /// Where the client connects, on loopback.
    public int port() {
        return front.getLocalPort();
    }

    /// How long everything takes from now on, each way; what is on its way already keeps its time.
    public void delay(Duration oneWay) {
        delay.set(oneWay);
    }

    /// Breaks all connections without a word, and every new one until [#mend].
    public void cut() {
        state.compareAndSet(State.OPEN, State.CUT);
        sockets.forEach(SignalPath::reset);
    }

    public void mend() {
        state.compareAndSet(State.CUT, State.OPEN);
    }

    @Override
    public void close() {
        state.set(State.CLOSED);
        sockets.forEach(SignalPath::reset);
        reset(front);
    }

    private void run() {
        while (state.get() != State.CLOSED) {
            try {
                take(front.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void take(Socket client) {
        sockets.add(client);
        if (state.get() != State.OPEN) {
            reset(client);
            return;
        }
        Socket server = new Socket();
        sockets.add(server);
        try {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            server.setOption(StandardSocketOptions.TCP_NODELAY, true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
        } catch (IOException gone) {
            reset(client);
            reset(server);
            return;
        }
        pass(client, server);
        pass(server, client);
    }

    private void pass(Socket from, Socket to) {
        DelayQueue<Chunk> onTheWay = new DelayQueue<>();
        Thread.ofVirtual().start(() -> read(from, onTheWay));
        Thread.ofVirtual().start(() -> write(onTheWay, to));
    }

    private void read(Socket from, DelayQueue<Chunk> onTheWay) {
        byte[] buffer = new byte[CHUNK];
        try (InputStream in = from.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                onTheWay.add(new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, read)), due()));
            }
        } catch (IOException broken) {
            // As an end: the other side is told the same way.
        }
        onTheWay.add(new Chunk(ByteBuffer.allocate(0), due()));
    }

    private long due() {
        return System.nanoTime() + delay.get().toNanos();
    }

    private void write(DelayQueue<Chunk> onTheWay, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            for (Chunk next = onTheWay.take(); next.bytes().hasRemaining(); next = onTheWay.take()) {
                out.write(next.bytes().array());
            }
        } catch (IOException broken) {
            // The reader of that side notices too.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        sockets.remove(to);
    }

    private static void reset(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            // It is closed, which is all that was wanted.
        }
    }
}
