// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.ice.Credentials;
import dev.duet.media.peer.Drop;
import dev.duet.media.peer.Drops;
import dev.duet.media.peer.PeerEvent;
import dev.duet.media.peer.PeerOutbound;
import dev.duet.media.rtcp.CompoundRtcp;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.stream.IncomingStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The two browsers of a room, joined: what one sends, the other gets. A browser alone is connected and reported to,
/// and nothing it sends goes anywhere; so it can wait in a relay of its own and move to a room's with all its keys.
///
/// One owner calls it, one input at a time. It asks to be woken through `out` and may be woken early.
public final class Relay {
    private static final int MOST_LEGS = 2;

    private final List<Leg> legs = new ArrayList<>(MOST_LEGS);
    private final Drops drops;
    private final Control control = new Control();
    private final Intake intake = new Intake();
    private long armedAt = Long.MAX_VALUE;

    public Relay(Drops drops) {
        this.drops = drops;
    }

    public boolean isEmpty() {
        return legs.isEmpty();
    }

    /// Takes a browser in, connected already or not. A relay holds two.
    public void join(Leg leg, long nowNanos, RelayOutbound out) {
        if (legs.size() == MOST_LEGS) {
            throw new IllegalStateException("a relay joins two browsers; one must leave before another can come");
        }
        if (!legs.isEmpty()) {
            leg.meet(legs.getFirst());
            legs.getFirst().meet(leg);
        }
        admit(leg, nowNanos, out);
    }

    /// Takes a browser in that gets back what it sends. It stays alone.
    public void reflect(Leg leg, long nowNanos, RelayOutbound out) {
        if (!legs.isEmpty()) {
            throw new IllegalStateException("who gets back what it sends is alone in its relay");
        }
        leg.meet(leg);
        admit(leg, nowNanos, out);
    }

    private void admit(Leg leg, long nowNanos, RelayOutbound out) {
        legs.add(leg);
        wishKeyframes(leg, nowNanos);
        wake(nowNanos, out);
    }

    /// Lets a browser go as it is, to join another relay. `false` when it is not here.
    public boolean release(Leg leg) {
        if (!legs.remove(leg)) {
            return false;
        }
        Leg other = leg.other();
        if (other != null) {
            other.part();
            leg.part();
        }
        return true;
    }

    /// Ends a browser's part; its goodbye leaves with this call.
    ///
    /// @param scratch room for one datagram of 1,200 bytes
    public void leave(Leg leg, ByteBuffer scratch, long nowNanos, RelayOutbound out) {
        if (release(leg)) {
            leg.peer().close();
            leg.peer().handshakeMoved(scratch, nowNanos, intake.from(leg, out));
        }
    }

    /// Takes what a browser wants of the other one from now on. What it did not want before begins with a keyframe.
    public void wish(Leg leg, ReceiveWish wish, long nowNanos, RelayOutbound out) {
        leg.downlink().wish(wish);
        Leg other = leg.other();
        if (other != null && leg.isSecured()) {
            other.uplink().wishKeyframes(stream -> leg.downlink().awaits(stream, nowNanos), nowNanos);
        }
        wake(nowNanos, out);
    }

    /// Handles a datagram for a leg; whether it proves that the leg's browser is at the address it came from.
    public boolean receive(Leg leg, ByteBuffer datagram, InetSocketAddress from, long nowNanos, RelayOutbound out) {
        boolean proven = leg.peer().receive(datagram, from, nowNanos, intake.from(leg, out));
        arm(leg.nextAt(), out);
        return proven;
    }

    /// Follows a leg's handshake after its thread has called for attention.
    ///
    /// @param scratch room for one datagram of 1,200 bytes
    public void handshakeMoved(Leg leg, ByteBuffer scratch, long nowNanos, RelayOutbound out) {
        leg.peer().handshakeMoved(scratch, nowNanos, intake.from(leg, out));
        arm(leg.nextAt(), out);
    }

    /// Begins a new ICE session of a leg; keys and streams stay.
    public void restartIce(Leg leg, Credentials local, long nowNanos, RelayOutbound out) {
        leg.peer().restartIce(local, nowNanos, intake.from(leg, out));
    }

    /// Does whatever is due.
    public void wake(long nowNanos, RelayOutbound out) {
        armedAt = Long.MAX_VALUE;
        long next = Long.MAX_VALUE;
        for (Leg leg : legs) {
            leg.peer().wake(nowNanos, intake.from(leg, out));
            leg.work(nowNanos, out);
            next = Math.min(next, leg.nextAt());
        }
        arm(next, out);
    }

    private void arm(long at, RelayOutbound out) {
        if (at < armedAt) {
            armedAt = at;
            out.wakeAt(at);
        }
    }

    private void forward(Leg from, RtpPacket packet, long nowNanos, RelayOutbound out) {
        IncomingStream stream = from.uplink().take(packet, nowNanos);
        Leg to = from.other();
        if (stream == null || to == null || !to.isSecured()) {
            return;
        }
        long origin = from.uplink().transportNumber();
        if (to.downlink().send(stream, packet, stream.lastExtended(), origin, nowNanos, out)
                && origin != Uplink.NO_NUMBER) {
            from.uplink().feedback().forwarded(origin);
        }
    }

    /// A leg's peer has something to say of itself.
    private void follow(Leg leg, PeerEvent event, long nowNanos, RelayOutbound out) {
        if (event instanceof PeerEvent.Secured) {
            leg.begin(nowNanos);
            wishKeyframes(leg, nowNanos);
            arm(nowNanos, out);
        }
        out.event(leg, event);
    }

    /// Two who can see each other from now on begin with keyframes; who is alone is not asked for any.
    private static void wishKeyframes(Leg leg, long nowNanos) {
        Leg other = leg.other();
        if (other != null && leg.isSecured() && other.isSecured()) {
            leg.uplink().wishKeyframes(stream -> other.downlink().shows(stream, nowNanos), nowNanos);
            other.uplink().wishKeyframes(stream -> leg.downlink().shows(stream, nowNanos), nowNanos);
        }
    }

    /// Where a peer's outputs go while one input of its leg is handled.
    private final class Intake implements PeerOutbound {
        private final RtpPacket packet = new RtpPacket();
        private @Nullable Leg leg;
        private @Nullable RelayOutbound out;

        Intake from(Leg source, RelayOutbound shell) {
            leg = source;
            out = shell;
            return this;
        }

        @Override
        public void rtp(ByteBuffer datagram, long nowNanos) {
            if (packet.wrap(datagram)) {
                forward(leg(), packet, nowNanos, out());
            } else {
                drops.count(Drop.RTP_MALFORMED);
            }
        }

        @Override
        public void rtcp(ByteBuffer compound, long nowNanos) {
            control.begin(leg(), leg().other(), nowNanos, out());
            if (!CompoundRtcp.read(compound, control)) {
                drops.count(Drop.RTCP_MALFORMED);
            }
            control.end();
        }

        @Override
        public void event(PeerEvent event, long nowNanos) {
            follow(leg(), event, nowNanos, out());
        }

        @Override
        public void transmit(ByteBuffer packetToSend, InetSocketAddress to) {
            out().transmit(packetToSend, to);
        }

        @Override
        public void wakeAt(long nanos) {
            out().wakeAt(nanos);
        }

        private Leg leg() {
            if (leg == null) {
                throw new IllegalStateException("no input is being handled");
            }
            return leg;
        }

        private RelayOutbound out() {
            if (out == null) {
                throw new IllegalStateException("no input is being handled");
            }
            return out;
        }
    }
}
