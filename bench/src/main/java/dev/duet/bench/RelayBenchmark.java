// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench;

import dev.duet.media.peer.PeerEvent;
import dev.duet.media.relay.Leg;
import dev.duet.media.relay.Quality;
import dev.duet.media.relay.RelayOutbound;
import dev.duet.media.sim.SimCall;
import dev.duet.media.sim.SimSide;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The cost of one packet on its whole way through the relay, from SRTP of one browser to SRTP of the other, without
/// sockets.
///
/// The mix is a call's: 50 audio packets of 80 bytes and 90 video packets of 1,000 a second. A packet is taken only
/// once, so
/// each invocation gets fresh ones; `-prof gc` counts their making, so allocation is for `RelayAllocationTest` to
/// watch.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
public class RelayBenchmark implements RelayOutbound {
    private static final int PACKETS = 5_000;
    private static final Duration ENOUGH = Duration.ofSeconds(40);
    private static final int ROOM = 1_600;
    private static final long PACE_NANOS = 7_000_000;

    private final SimCall call = new SimCall(1);
    private final SimSide alice = call.join(SimCall.chromium());
    private final ByteBuffer datagram = ByteBuffer.allocate(ROOM);
    private List<byte[]> packets = List.of();
    private long sent;

    /// Connects two browsers.
    @Setup
    public void connect() {
        call.join(SimCall.chromium());
        call.connect();
        call.run(Duration.ofSeconds(1));
    }

    /// Lets one browser make the next packets.
    @Setup(Level.Invocation)
    public void make() {
        packets = call.capture(alice, ENOUGH);
        sent = 0;
    }

    /// Takes them in and sends them on.
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public long forward() {
        long now = call.now();
        for (int i = 0; i < PACKETS; i++) {
            now += PACE_NANOS;
            datagram.clear().put(packets.get(i)).flip();
            call.relay().receive(alice.leg(), datagram, alice.address(), now, this);
        }
        return sent;
    }

    @TearDown(Level.Invocation)
    public void check() {
        if (sent < PACKETS) {
            throw new IllegalStateException("only " + sent + " packets were sent on");
        }
    }

    @TearDown
    public void close() {
        call.close();
    }

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
        // Nothing happens to the legs.
    }

    @Override
    public void quality(Leg leg, Quality quality) {
        // Nobody asks.
    }
}
