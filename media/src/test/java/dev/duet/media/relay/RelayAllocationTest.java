// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.duet.media.dtls.SrtpKeys;
import dev.duet.media.peer.PeerEvent;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import dev.duet.media.srtp.ProtectVerdict;
import dev.duet.media.srtp.SrtpReceiver;
import dev.duet.media.srtp.SrtpSender;
import dev.duet.media.srtp.UnprotectVerdict;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelayAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 6;
    /// What a packet may cost beyond the cipher: the measurement's own noise, and reports made meanwhile.
    private static final long NOISE = 16;
    private static final long PACE_NANOS = 10_000;

    private final ByteBuffer datagram = ByteBuffer.allocate(1600);
    private long sent;

    static List<String> offers() {
        return List.of(SimCall.chromium(), SimCall.layeredChromium());
    }

    @ParameterizedTest
    @MethodSource("offers")
    void a_forwarded_packet_allocates_no_more_than_its_decryption_and_encryption(String offer) {
        try (SimCall call = new SimCall(7)) {
            SimSide alice = call.join(offer);
            call.join(SimCall.chromium());
            call.connect();
            call.run(Duration.ofSeconds(1));
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                List<byte[]> packets = call.capture(alice, Duration.ofSeconds(40));
                long now = call.now();
                long before = THREADS.getCurrentThreadAllocatedBytes();
                for (byte[] packet : packets) {
                    now += PACE_NANOS;
                    datagram.clear().put(packet).flip();
                    call.relay().receive(alice.leg(), datagram, alice.address(), now, outbound);
                }
                best = Math.min(best, (THREADS.getCurrentThreadAllocatedBytes() - before) / packets.size());
            }
            assertThat(sent).isGreaterThan(ROUNDS * 5000L);
            assertThat(best).isLessThanOrEqualTo(bare() + NOISE);
        }
    }

    /// Bytes that decrypting and encrypting a packet of the same mix allocate.
    private static long bare() {
        SrtpKeys keys = new SrtpKeys(7, new byte[16], new byte[12], new byte[16], new byte[12]);
        SrtpSender sender = new SrtpSender(keys);
        SrtpReceiver receiver = new SrtpReceiver(keys);
        ByteBuffer packet = ByteBuffer.allocate(1600);
        packet.put((byte) 0x80).put((byte) 96).limit(1000);
        long best = Long.MAX_VALUE;
        int sequence = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 8000; i++) {
                packet.putShort(2, (short) ++sequence).position(0);
                if (sender.protectRtp(packet) != ProtectVerdict.OK
                        || receiver.unprotectRtp(packet) != UnprotectVerdict.OK) {
                    throw new AssertionError("packet " + sequence + " did not come back");
                }
            }
            best = Math.min(best, (THREADS.getCurrentThreadAllocatedBytes() - before) / 8000);
        }
        return best;
    }

    private final RelayOutbound outbound = new RelayOutbound() {
        @Override
        public void transmit(ByteBuffer packet, InetSocketAddress to) {
            sent++;
        }

        @Override
        public void wakeAt(long nanos) {
            // Nobody wakes the relay here.
        }

        @Override
        public void event(Leg leg, PeerEvent event) {
            throw new AssertionError("nothing should happen here: " + event);
        }

        @Override
        public void quality(Leg leg, Quality quality) {
            throw new AssertionError("nobody asked");
        }
    };
}
