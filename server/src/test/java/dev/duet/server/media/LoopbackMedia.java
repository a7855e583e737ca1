// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.id.UserId;
import dev.duet.media.ice.Credentials;
import dev.duet.media.sim.SimBrowser;
import dev.duet.media.sim.SimCall;
import dev.duet.media.terms.StreamKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// The media of a server on loopback, and simulated browsers with sockets of their own.
final class LoopbackMedia implements MediaListener, AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final MediaRooms rooms;
    final Queue<String> news = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Client> clients = new ArrayList<>();

    LoopbackMedia() throws IOException {
        rooms = MediaRooms.start(MediaSettings.on(InetAddress.getLoopbackAddress(), 0), this);
    }

    Client enter(RoomKey room, UserId user, String offer) throws Exception {
        Client client = new Client(offer, user.hashCode() + clients.size());
        return client.accept(rooms.enter(room, user, client.browser.offer()));
    }

    Client warmUp(SoloKey solo, UserId user, String offer) throws Exception {
        Client client = new Client(offer, user.hashCode() + clients.size());
        return client.accept(rooms.warmUp(solo, user, client.browser.offer()));
    }

    Client openMirror(SoloKey solo, UserId user, String offer) throws Exception {
        Client client = new Client(offer, user.hashCode() + clients.size());
        return client.accept(rooms.openMirror(solo, user, client.browser.offer()));
    }

    /// Runs every client in this thread until the condition holds.
    void until(BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("news %s, counts %s", news, rooms.counts())
                    .isLessThan(deadline);
            for (Client client : clients) {
                client.turn();
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void connected(RoomKey room, UserId user) {
        news.add("connected " + user.text());
    }

    @Override
    public void lost(RoomKey room, UserId user, String why) {
        news.add("lost " + user.text());
    }

    @Override
    public void quality(RoomKey room, UserId user, QualityReport report) {
        news.add("quality " + user.text());
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        rooms.close();
        threads.shutdownNow();
    }

    /// A simulated browser on a socket of its own.
    final class Client {
        final SimBrowser browser;
        private final DatagramChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(2_000);

        private Client(String offer, long seed) throws IOException {
            channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.configureBlocking(false);
            browser = new SimBrowser(offer, seed, threads, this::send);
        }

        private Client accept(CompletableFuture<Negotiation> negotiation) throws Exception {
            Negotiation answer = negotiation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(answer).isInstanceOf(Negotiation.Answered.class);
            browser.accept(((Negotiation.Answered) answer).sdp(), System.nanoTime(), SimCall.AUDIO_AND_CAMERA);
            clients.add(this);
            return this;
        }

        /// Restarts ICE with the answer to the offer that this takes.
        void restartIce(Function<String, CompletableFuture<Negotiation>> server) throws Exception {
            Credentials restarted = Credentials.random(new Random(channel.hashCode()));
            Negotiation answer =
                    server.apply(browser.restartOffer(restarted)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(answer).isInstanceOf(Negotiation.Answered.class);
            browser.acceptRestart(((Negotiation.Answered) answer).sdp(), restarted, System.nanoTime());
        }

        int received(StreamKind kind) {
            return browser.sink(kind).payloads().cardinality();
        }

        void turn() throws IOException {
            long now = System.nanoTime();
            buffer.clear();
            InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
            while (from != null) {
                byte[] bytes = new byte[buffer.flip().remaining()];
                buffer.get(bytes);
                browser.receive(bytes, from, now);
                buffer.clear();
                from = (InetSocketAddress) channel.receive(buffer);
            }
            browser.wake(now);
        }

        private void send(byte[] bytes, InetSocketAddress to) {
            try {
                channel.send(ByteBuffer.wrap(bytes), to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
