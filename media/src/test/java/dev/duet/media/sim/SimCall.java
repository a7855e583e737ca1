// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sim;

import dev.duet.media.answer.Answerer;
import dev.duet.media.answer.SdpAnswer;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.Credentials;
import dev.duet.media.ice.IceLite;
import dev.duet.media.ice.IceSettings;
import dev.duet.media.peer.Drops;
import dev.duet.media.peer.Peer;
import dev.duet.media.peer.PeerEvent;
import dev.duet.media.relay.Leg;
import dev.duet.media.relay.Quality;
import dev.duet.media.relay.Relay;
import dev.duet.media.relay.RelayOutbound;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.wire.PacketKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A whole call in one thread and virtual time: browsers, links, a relay, and lobbies and mirrors beside it. Only
/// handshakes take real time, since they
/// run on threads.
public final class SimCall implements RelayOutbound, AutoCloseable {
    static final InetSocketAddress SERVER = new InetSocketAddress("192.0.2.10", 8080);
    /// Both kinds that a video call sends.
    public static final Map<StreamKind, Integer> AUDIO_AND_CAMERA =
            Map.of(StreamKind.AUDIO, 1000, StreamKind.CAMERA, 2000);

    private static final Identity IDENTITY = Identity.create(new SecureRandom(), Instant.EPOCH);
    private static final long STEP_NANOS = 1_000_000;
    private static final int ROOM = 1600;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore awake = new Semaphore(0);
    private final Queue<DtlsHandshake> moved = new ConcurrentLinkedQueue<>();
    private final List<SimSide> sides = new ArrayList<>();
    private final Drops drops = new Drops();
    private final Relay relay = new Relay(drops);
    private final ByteBuffer scratch = ByteBuffer.allocate(ROOM);
    private final Random random;
    private final long seed;
    private long now = 1_000_000_000L;
    private long nextPort = 40_000;
    private boolean waking;

    public SimCall(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    public static String chromium() {
        return recorded("chromium-audio-camera-screen.sdp");
    }

    public static String firefox() {
        return recorded("firefox-audio-camera-screen.sdp");
    }

    /// An offer with the camera in two layers.
    public static String layeredChromium() {
        return recorded("chromium-simulcast.sdp");
    }

    public static String layeredFirefox() {
        return recorded("firefox-simulcast.sdp");
    }

    public Drops drops() {
        return drops;
    }

    public Relay relay() {
        return relay;
    }

    public long now() {
        return now;
    }

    /// Lets a browser in with audio and camera.
    public SimSide join(String offer) {
        return join(offer, AUDIO_AND_CAMERA);
    }

    /// Lets a browser in that sends these kinds, beginning with these sequence numbers.
    public SimSide join(String offer, Map<StreamKind, Integer> firstSequences) {
        return join(offer, firstSequences, null);
    }

    /// Lets a browser in whose certificate the server may know wrongly.
    ///
    /// @param certificate what the server takes for the browser's fingerprint instead of the offered one
    public SimSide join(String offer, Map<StreamKind, Integer> firstSequences, @Nullable Fingerprint certificate) {
        SimSide side = side(offer, certificate, relay);
        relay.join(side.leg, now, this);
        return accept(side, firstSequences);
    }

    /// Lets a browser connect that has no room yet.
    public SimSide wait(String offer) {
        SimSide side = side(offer, null, new Relay(drops));
        side.relay.join(side.leg, now, this);
        return accept(side, AUDIO_AND_CAMERA);
    }

    /// Takes a browser that waits into the room, as it is.
    public void adopt(SimSide side) {
        side.relay.release(side.leg);
        side.relay = relay;
        relay.join(side.leg, now, this);
    }

    /// Lets a browser connect that gets back what it sends.
    public SimSide reflect(String offer) {
        SimSide side = side(offer, null, new Relay(drops));
        side.relay.reflect(side.leg, now, this);
        return accept(side, AUDIO_AND_CAMERA);
    }

    private SimSide side(String offer, @Nullable Fingerprint certificate, Relay place) {
        SimSide[] self = new SimSide[1];
        SimBrowser browser = new SimBrowser(offer, random.nextLong(), threads, (bytes, _) -> sendUp(self[0], bytes));
        Credentials local = Credentials.random(random);
        LegSsrcs ssrcs = LegSsrcs.random(random);
        SdpAnswer.Answered answered = answer(browser.offer(), local, ssrcs);
        Negotiated negotiated = answered.negotiated();
        DtlsHandshake[] handshake = new DtlsHandshake[1];
        handshake[0] = DtlsHandshake.server(
                IDENTITY, certificate == null ? negotiated.remoteFingerprint() : certificate, () -> {
                    moved.add(handshake[0]);
                    awake.release();
                });
        Peer peer = new Peer(new IceLite(local, IceSettings.standard(), now), handshake[0], drops);
        Leg leg = new Leg(negotiated, ssrcs, Answerer.CNAME, peer, drops);
        SimSide side = new SimSide(
                browser,
                leg,
                place,
                answered.answer().write(),
                ssrcs,
                handshake[0],
                new InetSocketAddress("198.51.100.1", (int) nextPort++),
                seed + nextPort);
        self[0] = side;
        sides.add(side);
        return side;
    }

    private SimSide accept(SimSide side, Map<StreamKind, Integer> firstSequences) {
        side.browser.accept(side.answer, now, firstSequences);
        return side;
    }

    /// Takes a browser out of the room.
    public void leave(SimSide side) {
        side.relay.leave(side.leg, scratch, now, this);
        sides.remove(side);
    }

    /// Runs until both ends of each side have keys.
    public SimCall connect() {
        for (int i = 0; i < 20_000 && !allSecured(); i++) {
            step();
            waitForHandshakes();
        }
        if (!allSecured()) {
            throw new AssertionError("no connection; drops: " + drops.snapshot());
        }
        return this;
    }

    /// Runs with handshakes in progress until a condition holds; `false` when it does not in ten seconds of virtual
    /// time.
    public boolean until(BooleanSupplier condition) {
        for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
            step();
            waitForHandshakes();
        }
        return condition.getAsBoolean();
    }

    /// Runs for a stretch of virtual time.
    public void run(Duration span) {
        for (long end = now + span.toNanos(); now < end; ) {
            step();
        }
    }

    /// Restarts ICE for a side.
    public void restartIce(SimSide side) {
        Credentials browserSide = Credentials.random(random);
        Credentials serverSide = Credentials.random(random);
        SdpAnswer.Answered answered = answer(side.browser.restartOffer(browserSide), serverSide, side.ssrcs);
        side.relay.restartIce(side.leg, serverSide, now, this);
        side.browser.acceptRestart(answered.answer().write(), browserSide, now);
    }

    /// Moves a browser to another address, as a phone does that leaves its Wi-Fi.
    public void move(SimSide side) {
        side.address = new InetSocketAddress("203.0.113.7", (int) nextPort++);
        side.browser.addressChanged(now);
    }

    /// Puts bytes on the wire as if a side had sent them.
    public void inject(SimSide side, byte[] bytes) {
        deliver(side, new SimSide.Packet(bytes, side.address));
    }

    @Override
    public void transmit(ByteBuffer packet, InetSocketAddress to) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        for (SimSide side : sides) {
            if (side.address.equals(to)) {
                side.down.send(new SimSide.Packet(bytes, to), bytes.length, now);
            }
        }
    }

    @Override
    public void wakeAt(long nanos) {
        // Everybody is woken at every step; but who asks for the past, again and again, would keep a real loop busy.
        if (waking && nanos < now) {
            throw new AssertionError("asked to be woken " + (now - nanos) + " ns ago");
        }
    }

    @Override
    public void event(Leg leg, PeerEvent event) {
        for (SimSide side : sides) {
            if (side.leg == leg) {
                side.events.add(event);
                if (event instanceof PeerEvent.HandshakeWanted) {
                    side.handshake.start(threads);
                }
            }
        }
    }

    @Override
    public void quality(Leg leg, Quality quality) {
        sides.stream().filter(side -> side.leg == leg).forEach(side -> side.qualities.add(quality));
    }

    @Override
    public void close() {
        sides.forEach(side -> side.handshake.close());
        threads.shutdownNow();
    }

    private boolean allSecured() {
        return sides.stream()
                .allMatch(side -> side.browser.isSecured() && side.leg.peer().isSecured());
    }

    private void waitForHandshakes() {
        try {
            if (awake.tryAcquire(1, TimeUnit.MILLISECONDS)) {
                awake.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() {
        now += STEP_NANOS;
        for (DtlsHandshake handshake = moved.poll(); handshake != null; handshake = moved.poll()) {
            for (SimSide side : List.copyOf(sides)) {
                if (side.handshake == handshake) {
                    side.relay.handshakeMoved(side.leg, scratch, now, this);
                }
            }
        }
        for (SimSide side : List.copyOf(sides)) {
            side.browser.wake(now);
            for (SimSide.Packet packet = side.up.poll(now); packet != null; packet = side.up.poll(now)) {
                deliver(side, packet);
            }
            for (SimSide.Packet packet = side.down.poll(now); packet != null; packet = side.down.poll(now)) {
                side.browser.receive(packet.bytes(), SERVER, now);
            }
        }
        waking = true;
        relay.wake(now, this);
        sides.stream().map(side -> side.relay).filter(place -> place != relay).forEach(place -> place.wake(now, this));
        waking = false;
    }

    private void deliver(SimSide side, SimSide.Packet packet) {
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        buffer.put(packet.bytes()).flip();
        side.relay.receive(side.leg, buffer, packet.address(), now, this);
    }

    /// Runs for a stretch of virtual time and hands back a browser's RTP instead of delivering it.
    public List<byte[]> capture(SimSide side, Duration span) {
        List<byte[]> captured = new ArrayList<>();
        side.captured = captured;
        run(span);
        side.captured = null;
        return captured;
    }

    /// The DTLS that a browser sends in a stretch of virtual time, while its handshake runs.
    public List<byte[]> sentBy(SimSide side, Duration span) {
        List<byte[]> sent = new ArrayList<>();
        side.overheard = sent;
        for (long end = now + span.toNanos(); now < end; ) {
            step();
            waitForHandshakes();
        }
        side.overheard = null;
        return sent;
    }

    private void sendUp(SimSide side, byte[] bytes) {
        if (side.overheard != null && PacketKind.of(ByteBuffer.wrap(bytes)) == PacketKind.DTLS) {
            side.overheard.add(bytes);
        }
        if (side.captured != null && PacketKind.of(ByteBuffer.wrap(bytes)) == PacketKind.RTP) {
            side.captured.add(bytes);
            return;
        }
        side.up.send(new SimSide.Packet(bytes, side.address), bytes.length, now);
    }

    private static SdpAnswer.Answered answer(String offer, Credentials local, LegSsrcs ssrcs) {
        SdpAnswer answer = new Answerer(List.of(SERVER), IDENTITY.fingerprint()).answer(offer, local, ssrcs);
        if (answer instanceof SdpAnswer.Answered answered) {
            return answered;
        }
        throw new AssertionError("the offer is refused: " + answer);
    }

    private static String recorded(String name) {
        try (InputStream file = Answerer.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no recording " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
