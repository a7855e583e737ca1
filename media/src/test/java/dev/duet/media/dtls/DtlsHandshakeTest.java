// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DtlsHandshakeTest {
    private static final byte CHANGE_CIPHER_SPEC = 20;
    private static final byte HANDSHAKE = 22;

    @Test
    void both_sides_agree_on_crossed_keys_of_the_preferred_profile() throws Exception {
        try (Pair pair = new Pair().start()) {
            assertThat(pair.untilBothKeyed()).isTrue();
            SrtpKeys client = ((DtlsState.Keyed) pair.client.state()).keys();
            SrtpKeys server = ((DtlsState.Keyed) pair.server.state()).keys();
            assertThat(client.profile()).isEqualTo(7);
            assertThat(client.sendKey()).isEqualTo(server.receiveKey()).hasSize(16);
            assertThat(client.sendSalt()).isEqualTo(server.receiveSalt()).hasSize(12);
            assertThat(client.receiveKey()).isEqualTo(server.sendKey()).isNotEqualTo(client.sendKey());
            assertThat(client.receiveSalt()).isEqualTo(server.sendSalt());
        }
    }

    @Test
    void early_datagrams_are_held_until_the_start() throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.start(pair.threads);
            assertThat(pair.until(() -> !pair.fromClient.isEmpty())).isTrue();
            assertThat(pair.server.state()).isInstanceOf(DtlsState.Waiting.class);
            pair.server.start(pair.threads);
            assertThat(pair.untilBothKeyed()).isTrue();
            assertThat(pair.fromClient).as("no ClientHello was repeated").hasSize(2);
        }
    }

    @Test
    void a_handshake_takes_two_datagrams_each_way() throws Exception {
        try (Pair pair = new Pair().start()) {
            assertThat(pair.untilBothKeyed()).isTrue();
            assertThat(pair.fromClient).hasSize(2).allMatch(datagram -> datagram.length <= 1200);
            assertThat(pair.fromServer).hasSize(2).allMatch(datagram -> datagram.length <= 1200);
        }
    }

    @Test
    void a_wrong_client_certificate_fails_the_server() throws Exception {
        try (Pair pair = new Pair(Pair.SERVER.fingerprint(), Pair.SERVER.fingerprint()).start()) {
            assertThat(pair.until(() -> failed(pair.server) && failed(pair.client)))
                    .isTrue();
            assertThat(pair.server.state()).isEqualTo(new DtlsState.Failed(DtlsFailure.FINGERPRINT_MISMATCH));
            assertThat(pair.client.state()).isEqualTo(new DtlsState.Failed(DtlsFailure.REFUSED_BY_PEER));
        }
    }

    @Test
    void a_wrong_server_certificate_fails_the_client() throws Exception {
        try (Pair pair = new Pair(Pair.CLIENT.fingerprint(), Pair.CLIENT.fingerprint()).start()) {
            assertThat(pair.until(() -> failed(pair.client) && failed(pair.server)))
                    .isTrue();
            assertThat(pair.client.state()).isEqualTo(new DtlsState.Failed(DtlsFailure.FINGERPRINT_MISMATCH));
            assertThat(pair.server.state()).isEqualTo(new DtlsState.Failed(DtlsFailure.REFUSED_BY_PEER));
        }
    }

    @Test
    void a_third_of_the_datagrams_may_be_lost_both_ways() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> outcomes = LongStream.range(0, 16)
                    .mapToObj(seed -> threads.submit(() -> succeedsWithLoss(seed)))
                    .toList();
            for (int seed = 0; seed < outcomes.size(); seed++) {
                assertThat(outcomes.get(seed).get()).as("seed " + seed).isTrue();
            }
        }
    }

    @Test
    void a_lost_last_flight_is_sent_again() throws Exception {
        try (Pair pair = new Pair()) {
            int[] lost = {0};
            pair.toClientPasses = datagram -> datagram[0] != CHANGE_CIPHER_SPEC || lost[0]++ > 1;
            pair.start();
            assertThat(pair.untilBothKeyed()).isTrue();
            assertThat(lost[0]).isEqualTo(3);
        }
    }

    @Test
    void records_in_datagrams_of_their_own_may_be_lost_in_any_place() throws Exception {
        for (int victim = 0; victim < 5; victim++) {
            int lost = victim;
            try (Pair pair = new Pair()) {
                int[] record = {0};
                pair.toServerPasses = datagram -> {
                    if (datagram.length > 13 && pair.fromClient.size() > 1) {
                        split(datagram).forEach(part -> {
                            if (record[0]++ != lost) {
                                pair.server.receive(ByteBuffer.wrap(part));
                            }
                        });
                        return false;
                    }
                    return true;
                };
                pair.start();
                assertThat(pair.untilBothKeyed())
                        .as("record " + lost + " of the client's last flight lost")
                        .isTrue();
            }
        }
    }

    @Test
    void a_client_hello_in_fragments_is_put_together_in_any_order() throws Exception {
        try (Pair pair = new Pair()) {
            pair.toServerPasses = datagram -> {
                if (pair.fromClient.size() > 1) {
                    return true;
                }
                pair.server.receive(ByteBuffer.wrap(fragment(datagram, 100, datagram.length - 25 - 100, 40)));
                pair.server.receive(ByteBuffer.wrap(fragment(datagram, 0, 100, 0)));
                return false;
            };
            pair.start();
            assertThat(pair.untilBothKeyed()).isTrue();
            assertThat(pair.fromClient).hasSize(2);
        }
    }

    @Test
    void a_message_that_claims_to_be_huge_is_not_believed() throws Exception {
        try (Pair pair = new Pair().start()) {
            byte[] huge = new byte[13 + 12 + 1];
            huge[0] = HANDSHAKE;
            huge[1] = (byte) 0xfe;
            huge[2] = (byte) 0xfd;
            huge[12] = 13;
            huge[13] = 1;
            huge[14] = (byte) 0xff;
            huge[24] = 1;
            pair.server.receive(ByteBuffer.wrap(huge));
            assertThat(pair.untilBothKeyed())
                    .as("the first fragment decides a message's length, and this one is ignored")
                    .isTrue();
        }
    }

    @Test
    void closing_tells_the_other_side() throws Exception {
        try (Pair pair = new Pair().start()) {
            assertThat(pair.untilBothKeyed()).isTrue();
            pair.client.close();
            assertThat(pair.client.state()).isEqualTo(new DtlsState.Closed());
            assertThat(pair.until(() -> pair.server.state() instanceof DtlsState.Closed))
                    .isTrue();
        }
    }

    @Test
    void nothing_moves_a_closed_handshake() throws Exception {
        try (Pair pair = new Pair()) {
            pair.server.close();
            pair.server.start(pair.threads);
            pair.server.receive(ByteBuffer.wrap(new byte[20]));
            assertThat(pair.server.state()).isEqualTo(new DtlsState.Closed());
            assertThat(pair.server.poll(ByteBuffer.allocate(1200))).isFalse();
        }
    }

    @Test
    void a_silent_peer_ends_in_time() throws Exception {
        Semaphore awake = new Semaphore(0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            DtlsHandshake server =
                    DtlsHandshake.server(Pair.SERVER, Pair.CLIENT.fingerprint(), awake::release, Duration.ofMillis(50));
            server.start(threads);
            assertThat(awake.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.state()).isEqualTo(new DtlsState.Failed(DtlsFailure.TIMED_OUT));
        }
    }

    @Test
    void an_executor_without_a_thread_is_a_failure() {
        DtlsHandshake server = DtlsHandshake.server(Pair.SERVER, Pair.CLIENT.fingerprint(), () -> {});
        Executor full = task -> {
            throw new RejectedExecutionException();
        };
        server.start(full);
        assertThat(server.state()).isEqualTo(new DtlsState.Failed(DtlsFailure.NO_THREAD));
    }

    @Test
    void a_flood_before_the_start_is_bounded_and_counted() {
        DtlsHandshake server = DtlsHandshake.server(Pair.SERVER, Pair.CLIENT.fingerprint(), () -> {});
        for (int i = 0; i < 1000; i++) {
            server.receive(ByteBuffer.wrap(new byte[100]));
        }
        server.receive(ByteBuffer.wrap(new byte[3000]));
        assertThat(server.dropped()).isEqualTo(1000 - 32 + 1);
    }

    @Test
    void a_thousand_closed_handshakes_leave_no_thread() throws Exception {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<DtlsHandshake> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            DtlsHandshake each = i % 2 == 0
                    ? DtlsHandshake.server(Pair.SERVER, Pair.CLIENT.fingerprint(), () -> {})
                    : DtlsHandshake.client(Pair.CLIENT, Pair.SERVER.fingerprint(), () -> {});
            each.start(threads);
            all.add(each);
        }
        all.forEach(DtlsHandshake::close);
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void warming_up_runs_the_handshakes_asked_for() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(DtlsWarmUp.run(Pair.SERVER, 3, threads)).isEqualTo(3);
        }
    }

    private static boolean succeedsWithLoss(long seed) throws InterruptedException {
        try (Pair pair = new Pair()) {
            pair.toServerPasses = twoThirds(new Random(seed));
            pair.toClientPasses = twoThirds(new Random(~seed));
            return pair.start().untilBothKeyed();
        }
    }

    private static boolean failed(DtlsHandshake handshake) {
        return handshake.state() instanceof DtlsState.Failed;
    }

    private static Predicate<byte[]> twoThirds(Random random) {
        return datagram -> random.nextInt(3) != 0;
    }

    private static List<byte[]> split(byte[] datagram) {
        List<byte[]> records = new ArrayList<>();
        for (int at = 0; at < datagram.length; ) {
            int length = 13 + (((datagram[at + 11] & 0xff) << 8) | (datagram[at + 12] & 0xff));
            records.add(Arrays.copyOfRange(datagram, at, at + length));
            at += length;
        }
        return records;
    }

    /// One fragment of the handshake message that fills this datagram, as a record with its own sequence number.
    private static byte[] fragment(byte[] datagram, int offset, int length, int sequence) {
        ByteBuffer fragment = ByteBuffer.allocate(25 + length);
        fragment.put(datagram, 0, 25);
        fragment.put(10, (byte) sequence);
        fragment.putShort(11, (short) (12 + length));
        IntStream.range(0, 3).forEach(i -> {
            fragment.put(19 + i, (byte) (offset >> (8 * (2 - i))));
            fragment.put(22 + i, (byte) (length >> (8 * (2 - i))));
        });
        fragment.put(25, datagram, 25 + offset, length);
        return fragment.array();
    }
}
