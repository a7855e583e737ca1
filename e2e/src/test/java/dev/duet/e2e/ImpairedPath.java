// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A UDP path on loopback between one browser and the server that delays, drops and narrows what passes, both ways.
/// The browser sends to [#port]; each of its sockets gets a socket of its own towards the server.
public final class ImpairedPath implements AutoCloseable {
    private static final int MAX_DATAGRAM = 2048;
    /// A queue of 300 ms at the narrow rate, as access routers have.
    private static final long MAX_QUEUE_NANOS = Duration.ofMillis(300).toNanos();

    /// `loss` 0 to 1 per direction, `delay` one way, `downlinkBitsPerSecond` towards the browser, 0 for unlimited.
    public record Conditions(double loss, Duration delay, long downlinkBitsPerSecond) {
        public static final Conditions CLEAR = new Conditions(0, Duration.ZERO, 0);
    }

    private record Waiting(long dueNanos, long order, DatagramChannel via, SocketAddress to, ByteBuffer datagram) {}

    private final Selector selector;
    private final DatagramChannel front;
    private final InetSocketAddress server;
    private final Map<SocketAddress, DatagramChannel> upstreams = new HashMap<>();
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::dueNanos).thenComparingLong(Waiting::order));
    private final AtomicReference<Conditions> conditions = new AtomicReference<>(Conditions.CLEAR);
    private final Random chance;
    private final Thread thread;
    private long order;
    private long downlinkFreeAtNanos = System.nanoTime();

    public ImpairedPath(int serverPort, long seed) {
        try {
            selector = Selector.open();
            server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
            front = open(null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        chance = new Random(seed);
        thread = Thread.ofPlatform().daemon().name("impaired-path").start(this::run);
    }

    public int port() {
        return front.socket().getLocalPort();
    }

    public void become(Conditions now) {
        conditions.set(now);
    }

    @Override
    public void close() {
        thread.interrupt();
        selector.wakeup();
    }

    private DatagramChannel open(@Nullable SocketAddress browser) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, browser);
        return channel;
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
        try (selector;
                front) {
            while (!Thread.interrupted()) {
                selector.select(untilNextMillis());
                for (SelectionKey key : selector.selectedKeys()) {
                    readAll((DatagramChannel) key.channel(), key.attachment(), buffer);
                }
                selector.selectedKeys().clear();
                sendDue();
            }
            for (DatagramChannel upstream : upstreams.values()) {
                upstream.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long untilNextMillis() {
        Waiting next = queue.peek();
        return next == null ? 100 : Math.max(1, (next.dueNanos - System.nanoTime()) / 1_000_000);
    }

    /// Reads one side: the front, which knows no browser yet, or the upstream socket of a browser.
    private void readAll(DatagramChannel channel, @Nullable Object owner, ByteBuffer buffer) throws IOException {
        for (SocketAddress from = channel.receive(buffer.clear());
                from != null;
                from = channel.receive(buffer.clear())) {
            buffer.flip();
            if (owner instanceof SocketAddress browser) {
                pass(front, browser, buffer, conditions.get().downlinkBitsPerSecond);
            } else {
                pass(upstreamOf(from), server, buffer, 0);
            }
        }
    }

    private DatagramChannel upstreamOf(SocketAddress browser) throws IOException {
        DatagramChannel known = upstreams.get(browser);
        if (known == null) {
            known = open(browser);
            upstreams.put(browser, known);
        }
        return known;
    }

    private void pass(DatagramChannel via, SocketAddress to, ByteBuffer datagram, long bitsPerSecond) {
        Conditions now = conditions.get();
        if (chance.nextDouble() < now.loss) {
            return;
        }
        long nanos = System.nanoTime();
        long leaves = nanos;
        if (bitsPerSecond > 0) {
            leaves = Math.max(nanos, downlinkFreeAtNanos);
            if (leaves - nanos > MAX_QUEUE_NANOS) {
                return;
            }
            leaves += datagram.remaining() * 8L * 1_000_000_000L / bitsPerSecond;
            downlinkFreeAtNanos = leaves;
        }
        ByteBuffer copy =
                ByteBuffer.allocate(datagram.remaining()).put(datagram).flip();
        queue.add(new Waiting(leaves + now.delay.toNanos(), order++, via, to, copy));
    }

    private void sendDue() throws IOException {
        long nanos = System.nanoTime();
        for (Waiting next = queue.peek(); next != null && next.dueNanos <= nanos; next = queue.peek()) {
            next.via.send(next.datagram, next.to);
            queue.remove();
        }
    }
}
