// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.media.peer.Drop;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaRoomsIT {
    private static final RoomKey ROOM = new RoomKey(new AppId(1_400_000_000L), new RoomId.Named("r"));
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> news = new ConcurrentLinkedQueue<>();
    private final List<Client> clients = new ArrayList<>();
    private MediaRooms rooms;

    @BeforeEach
    void start() throws IOException {
        rooms = MediaRooms.start(MediaSettings.on(InetAddress.getLoopbackAddress(), 0), new News());
    }

    @AfterEach
    void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        rooms.close();
        threads.shutdownNow();
    }

    @Test
    void two_clients_hear_and_see_each_other() throws Exception {
        Client alice = enter(ALICE, SimCall.chromium());
        Client bob = enter(BOB, SimCall.firefox());
        until(() -> alice.received(StreamKind.CAMERA) > 200 && bob.received(StreamKind.CAMERA) > 200);
        until(() -> alice.received(StreamKind.AUDIO) > 50 && bob.received(StreamKind.AUDIO) > 50);
        assertThat(news).contains("connected alice", "connected bob");
        MediaCounts counts = rooms.counts();
        assertThat(counts.rooms()).isEqualTo(1);
        assertThat(counts.peers()).isEqualTo(2);
        assertThat(counts.handshakes()).isEqualTo(2);
        assertThat(counts.packetsOut()).isGreaterThan(400);
        assertThat(counts.drops()).containsEntry(Drop.SRTP_FORGED.label(), 0L);
    }

    @Test
    void quality_is_told_every_two_seconds() throws Exception {
        enter(ALICE, SimCall.chromium());
        enter(BOB, SimCall.chromium());
        until(() -> news.contains("quality alice") && news.contains("quality bob"));
    }

    @Test
    void the_same_user_displaces_itself_and_media_flows_again() throws Exception {
        Client bob = enter(BOB, SimCall.chromium());
        Client first = enter(ALICE, SimCall.chromium());
        until(() -> bob.received(StreamKind.CAMERA) > 50);
        Client second = enter(ALICE, SimCall.chromium());
        until(() -> second.received(StreamKind.CAMERA) > 50);
        int before = bob.received(StreamKind.AUDIO);
        until(() -> bob.received(StreamKind.AUDIO) > before + 20);
        assertThat(rooms.counts().peers()).isEqualTo(2);
        assertThat(first.browser.isSecured()).isTrue();
    }

    @Test
    void a_third_user_is_refused() throws Exception {
        enter(ALICE, SimCall.chromium());
        enter(BOB, SimCall.chromium());
        Negotiation third =
                rooms.enter(ROOM, new UserId("carol"), SimCall.chromium()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(third).isInstanceOf(Negotiation.Refused.class);
    }

    @Test
    void who_leaves_takes_the_room_along_when_alone() throws Exception {
        enter(ALICE, SimCall.chromium());
        Client bob = enter(BOB, SimCall.chromium());
        until(() -> bob.received(StreamKind.AUDIO) > 10);
        rooms.leave(ROOM, ALICE);
        until(() -> rooms.counts().peers() == 1);
        rooms.leave(ROOM, BOB);
        until(() -> rooms.counts().rooms() == 0);
    }

    @Test
    void rubbish_is_counted_and_calls_do_not_notice() throws Exception {
        Client alice = enter(ALICE, SimCall.chromium());
        Client bob = enter(BOB, SimCall.chromium());
        until(() -> bob.received(StreamKind.CAMERA) > 20);
        Random random = new Random(1);
        try (DatagramChannel stranger = DatagramChannel.open()) {
            for (int i = 0; i < 2_000; i++) {
                byte[] bytes = new byte[1 + random.nextInt(1700)];
                random.nextBytes(bytes);
                stranger.send(ByteBuffer.wrap(bytes), rooms.address());
            }
        }
        int before = bob.received(StreamKind.CAMERA);
        until(() -> bob.received(StreamKind.CAMERA) > before + 100);
        assertThat(rooms.counts().drops().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isGreaterThan(1_000);
        assertThat(rooms.counts().drops()).containsEntry(Drop.INTERNAL_ERROR.label(), 0L);
        assertThat(alice.browser.badPackets()).isZero();
    }

    private Client enter(UserId user, String offer) throws Exception {
        Client client = new Client(offer, user.hashCode() + clients.size());
        Negotiation answer =
                rooms.enter(ROOM, user, client.browser.offer()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Negotiation.Answered.class);
        client.browser.accept(((Negotiation.Answered) answer).sdp(), System.nanoTime(), SimCall.AUDIO_AND_CAMERA);
        clients.add(client);
        return client;
    }

    /// Runs every client in this thread until the condition holds.
    private void until(BooleanSupplier condition) throws IOException {
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

    /// A simulated browser on a socket of its own.
    private final class Client {
        private final DatagramChannel channel;
        private final SimBrowser browser;
        private final ByteBuffer buffer = ByteBuffer.allocate(2_000);

        Client(String offer, long seed) throws IOException {
            channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.configureBlocking(false);
            browser = new SimBrowser(offer, seed, threads, this::send);
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

    private final class News implements MediaListener {
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
    }
}
