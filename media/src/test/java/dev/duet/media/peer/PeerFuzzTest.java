// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.Credentials;
import dev.duet.media.ice.IceLite;
import dev.duet.media.ice.IceSettings;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;

/// Any datagrams at a peer that has no keys: none throws, and each that is not used is counted.
class PeerFuzzTest {
    private static final Identity IDENTITY = Identity.create(new SecureRandom(), Instant.EPOCH);
    private static final InetSocketAddress FROM = new InetSocketAddress("198.51.100.1", 4000);

    @FuzzTest
    void any_datagrams_are_survived(byte[] bytes) {
        Drops drops = new Drops();
        Peer peer = new Peer(
                new IceLite(Credentials.random(new Random(1)), IceSettings.standard(), 0),
                DtlsHandshake.server(IDENTITY, IDENTITY.fingerprint(), () -> {}),
                drops);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        long now = 0;
        while (input.remaining() > 2) {
            int length = Math.min(input.getShort() & 0x7FF, input.remaining());
            ByteBuffer datagram = ByteBuffer.allocate(length + 64);
            datagram.put(input.slice(input.position(), length)).flip();
            input.position(input.position() + length);
            if (peer.receive(datagram, FROM, now, NOWHERE)) {
                throw new AssertionError("random bytes proved an address");
            }
            now += 10_000_000;
            peer.wake(now, NOWHERE);
        }
        peer.close();
    }

    private static final PeerOutbound NOWHERE = new PeerOutbound() {
        @Override
        public void rtp(ByteBuffer packet, long nowNanos) {
            throw new AssertionError("media without keys");
        }

        @Override
        public void rtcp(ByteBuffer compound, long nowNanos) {
            throw new AssertionError("reports without keys");
        }

        @Override
        public void event(PeerEvent event, long nowNanos) {
            if (event instanceof PeerEvent.Secured) {
                throw new AssertionError("secured by random bytes");
            }
        }

        @Override
        public void transmit(ByteBuffer packet, InetSocketAddress to) {
            // What goes out is the business of STUN's own tests.
        }

        @Override
        public void wakeAt(long nanos) {
            // The loop above wakes it anyway.
        }
    };
}
