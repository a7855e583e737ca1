// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.rehearsal;

import dev.duet.media.answer.Answerer;
import dev.duet.media.answer.SdpAnswer;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.DtlsState;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.Credentials;
import dev.duet.media.ice.IceDriver;
import dev.duet.media.ice.IceLite;
import dev.duet.media.ice.IceSettings;
import dev.duet.media.ice.IceState;
import dev.duet.media.peer.Drops;
import dev.duet.media.peer.Peer;
import dev.duet.media.peer.PeerEvent;
import dev.duet.media.relay.Leg;
import dev.duet.media.relay.Quality;
import dev.duet.media.relay.Relay;
import dev.duet.media.relay.RelayOutbound;
import dev.duet.media.srtp.ProtectVerdict;
import dev.duet.media.srtp.SrtpSender;
import dev.duet.media.srtp.gcm.AesGcm;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.wire.Outbound;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// A call of the server with itself, without a network: it loads and compiles what the first real call needs, from the
/// offer to forwarded media.
public final class Rehearsal implements RelayOutbound {
    /// As many answers as make the difference between a fifth of a second and a few milliseconds.
    private static final int OFFERS = 200;
    /// Enough for the compiler to take the packet's whole way.
    private static final int PACKETS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PACKET_NANOS = 8_000_000;
    private static final int PACKET_ROOM = 1_600;
    private static final int PAYLOAD = 900;
    private static final InetSocketAddress HERE = new InetSocketAddress("192.0.2.1", 8080);

    private final Identity identity;
    private final AesGcm.Engine ciphers;
    private final RandomGenerator random;
    private final Executor threads;
    private final Relay relay = new Relay(new Drops());
    private final Semaphore awake = new Semaphore(0);
    private final ByteBuffer scratch = ByteBuffer.allocate(PACKET_ROOM);
    private final List<Actor> actors = new ArrayList<>();
    private long nowNanos = System.nanoTime();

    private record Letter(Actor actor, boolean toServer, ByteBuffer bytes) {}

    private final Queue<Letter> letters = new ArrayDeque<>();

    private Rehearsal(Identity identity, RandomGenerator random, AesGcm.Engine ciphers, Executor threads) {
        this.ciphers = ciphers;
        this.identity = identity;
        this.random = random;
        this.threads = threads;
    }

    /// Runs the call; whether it came to flowing media.
    public static boolean run(Identity identity, RandomGenerator random, AesGcm.Engine ciphers, Executor threads) {
        Rehearsal rehearsal = new Rehearsal(identity, random, ciphers, threads);
        try {
            return rehearsal.connect() && rehearsal.talk();
        } finally {
            rehearsal.actors.forEach(Actor::close);
        }
    }

    private boolean connect() {
        Answerer answerer = new Answerer(List.of(HERE), identity.fingerprint());
        for (int i = 0; i < OFFERS; i++) {
            Credentials own = Credentials.random(random);
            answer(answerer, RehearsalOffer.text(i, identity.fingerprint(), own), own, LegSsrcs.random(random));
        }
        for (int i = 0; i < 2; i++) {
            Credentials own = Credentials.random(random);
            String offer = RehearsalOffer.text(i, identity.fingerprint(), own);
            Credentials local = Credentials.random(random);
            LegSsrcs ssrcs = LegSsrcs.random(random);
            if (!(answer(answerer, offer, local, ssrcs) instanceof SdpAnswer.Answered answered)) {
                return false;
            }
            actors.add(new Actor(own, local, ssrcs, answered.negotiated(), i));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!actors.stream().allMatch(Actor::isReady)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            turn();
            pause();
        }
        return true;
    }

    private static SdpAnswer answer(Answerer answerer, String offer, Credentials local, LegSsrcs ssrcs) {
        SdpAnswer answer = answerer.answer(offer, local, ssrcs);
        if (answer instanceof SdpAnswer.Answered answered) {
            answered.answer().write();
        }
        return answer;
    }

    private boolean talk() {
        int forwarded = 0;
        for (int i = 0; i < PACKETS; i++) {
            nowNanos += PACKET_NANOS;
            actors.forEach(Actor::send);
            forwarded += letters.size();
            letters.clear();
            relay.wake(nowNanos, this);
        }
        return forwarded >= PACKETS;
    }

    private void turn() {
        nowNanos = System.nanoTime();
        relay.wake(nowNanos, this);
        actors.forEach(Actor::wake);
        for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
            letter.actor().deliver(letter.toServer(), letter.bytes());
        }
    }

    private void pause() {
        try {
            if (awake.tryAcquire(1, TimeUnit.MILLISECONDS)) {
                awake.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void transmit(ByteBuffer packet, InetSocketAddress to) {
        for (Actor actor : actors) {
            if (actor.address.equals(to)) {
                letters.add(new Letter(actor, false, copy(packet)));
            }
        }
    }

    @Override
    public void wakeAt(long nanos) {
        // Everybody is woken at every turn.
    }

    @Override
    public void event(Leg leg, PeerEvent event) {
        if (event instanceof PeerEvent.HandshakeWanted) {
            actors.stream().filter(actor -> actor.leg == leg).forEach(actor -> actor.server.start(threads));
        }
    }

    @Override
    public void quality(Leg leg, Quality quality) {
        // Nobody is told.
    }

    private static ByteBuffer copy(ByteBuffer packet) {
        ByteBuffer copy = ByteBuffer.allocate(PACKET_ROOM);
        copy.put(packet.slice()).flip();
        return copy;
    }

    /// A client and its leg.
    private final class Actor implements Outbound {
        private final InetSocketAddress address;
        private final DtlsHandshake server;
        private final DtlsHandshake client;
        private final IceDriver ice;
        private final Leg leg;
        private final int ssrc;
        private final List<SrtpSender> sender = new ArrayList<>(1);
        private final ByteBuffer packet = ByteBuffer.allocate(PACKET_ROOM);
        private int sequence;

        Actor(Credentials own, Credentials local, LegSsrcs ssrcs, Negotiated negotiated, int number) {
            address = new InetSocketAddress("192.0.2.2", 4000 + number);
            server = DtlsHandshake.server(identity, identity.fingerprint(), awake::release);
            client = DtlsHandshake.client(identity, identity.fingerprint(), awake::release);
            ssrc = RehearsalOffer.videoSource(number);
            IceLite lite = new IceLite(local, IceSettings.standard(), nowNanos);
            Peer peer = new Peer(lite, server, new Drops(), ciphers);
            leg = new Leg(negotiated, ssrcs, Answerer.CNAME, peer, new Drops());
            ice = new IceDriver(
                    own, local, List.of(RehearsalOffer.candidate(HERE)), IceSettings.standard(), random, nowNanos);
            relay.join(leg, nowNanos, Rehearsal.this);
        }

        boolean isReady() {
            return leg.peer().isSecured() && client.state() instanceof DtlsState.Keyed;
        }

        void wake() {
            ice.wake(nowNanos, this);
            if (ice.state() instanceof IceState.Connected) {
                client.start(threads);
            }
            while (client.poll(scratch.clear())) {
                transmit(scratch, HERE);
            }
            relay.handshakeMoved(leg, scratch, nowNanos, Rehearsal.this);
        }

        void deliver(boolean toServer, ByteBuffer bytes) {
            if (toServer) {
                relay.receive(leg, bytes, address, nowNanos, Rehearsal.this);
            } else if (!ice.receive(bytes, HERE, nowNanos, this).accepted()) {
                client.receive(bytes);
            }
        }

        /// Sends one video packet to the relay.
        void send() {
            if (sender.isEmpty() && client.state() instanceof DtlsState.Keyed keyed) {
                sender.add(new SrtpSender(keyed.keys()));
            }
            packet.clear();
            packet.put((byte) 0x80).put((byte) 96).putShort((short) sequence++).putInt(sequence * 100);
            packet.putInt(ssrc).position(packet.position() + PAYLOAD).flip();
            if (!sender.isEmpty() && sender.getFirst().protectRtp(packet) == ProtectVerdict.OK) {
                relay.receive(leg, packet, address, nowNanos, Rehearsal.this);
            }
        }

        void close() {
            client.close();
            server.close();
        }

        @Override
        public void transmit(ByteBuffer bytes, InetSocketAddress to) {
            letters.add(new Letter(this, true, copy(bytes)));
        }

        @Override
        public void wakeAt(long nanos) {
            // Everybody is woken at every turn.
        }
    }
}
