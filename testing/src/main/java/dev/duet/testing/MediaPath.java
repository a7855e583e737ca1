// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import dev.duet.testkit.LinkConditions;
import dev.duet.testkit.LossyLink;
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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A UDP path between a client and the server that delays, drops and narrows what passes, each way as it is told. The
/// client sends to [#port]; each of its sockets gets a socket of its own towards the server. On one machine only.
public final class MediaPath implements AutoCloseable {
    private static final int MAX_DATAGRAM = 2048;
    private static final long IDLE_MILLIS = 100;
    private static final LinkConditions CLEAR = LinkConditions.clean(Duration.ZERO);

    private record Datagram(DatagramChannel via, SocketAddress to, ByteBuffer bytes) {}

    /// One direction, and what it becomes next.
    private static final class Way {
        private final LossyLink<Datagram> link;
        private final AtomicReference<LinkConditions> conditions = new AtomicReference<>(CLEAR);
        private final AtomicLong lost = new AtomicLong();

        Way(long seed) {
            link = new LossyLink<>(CLEAR, seed);
        }

        void put(Datagram datagram, long nowNanos) {
            link.conditions(conditions.get());
            link.send(datagram, datagram.bytes().remaining(), nowNanos);
            lost.set(link.lost());
        }
    }

    private final Selector selector;
    private final DatagramChannel front;
    private final InetSocketAddress server;
    private final Map<SocketAddress, DatagramChannel> upstreams = new HashMap<>();
    private final Way up;
    private final Way down;
    private final Thread thread;

    /// A clear path to the server's media port on loopback; the seed decides what is lost later.
    public MediaPath(int serverPort, long seed) {
        try {
            selector = Selector.open();
            server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
            front = open(null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        up = new Way(seed);
        down = new Way(seed + 1);
        thread = Thread.ofPlatform().daemon().name("media-path").start(this::run);
    }

    /// Where the client sends, on loopback.
    public int port() {
        return front.socket().getLocalPort();
    }

    /// What holds from now on, both ways.
    public void become(LinkConditions both) {
        become(both, both);
    }

    /// What holds from now on, to the server and from it.
    public void become(LinkConditions up, LinkConditions down) {
        this.up.conditions.set(up);
        this.down.conditions.set(down);
    }

    /// How many datagrams have gone missing so far, both ways.
    public long lost() {
        return up.lost.get() + down.lost.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private DatagramChannel open(@Nullable SocketAddress client) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, client);
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
                sendDue(up.link);
                sendDue(down.link);
            }
            for (DatagramChannel upstream : upstreams.values()) {
                upstream.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long untilNextMillis() {
        long next = Math.min(up.link.nextAt(), down.link.nextAt());
        return next == Long.MAX_VALUE
                ? IDLE_MILLIS
                : Math.clamp((next - System.nanoTime()) / 1_000_000, 1, IDLE_MILLIS);
    }

    /// Reads one side: the front, which knows no client yet, or the upstream socket of a client.
    private void readAll(DatagramChannel channel, @Nullable Object owner, ByteBuffer buffer) throws IOException {
        for (SocketAddress from = channel.receive(buffer.clear());
                from != null;
                from = channel.receive(buffer.clear())) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(buffer.position()).put(buffer.flip()).flip();
            if (owner instanceof SocketAddress client) {
                down.put(new Datagram(front, client, bytes), System.nanoTime());
            } else {
                up.put(new Datagram(upstreamOf(from), server, bytes), System.nanoTime());
            }
        }
    }

    private DatagramChannel upstreamOf(SocketAddress client) throws IOException {
        DatagramChannel known = upstreams.get(client);
        if (known == null) {
            known = open(client);
            upstreams.put(client, known);
        }
        return known;
    }

    private static void sendDue(LossyLink<Datagram> link) throws IOException {
        long now = System.nanoTime();
        for (Datagram due = link.poll(now); due != null; due = link.poll(now)) {
            due.via().send(due.bytes(), due.to());
        }
    }
}
