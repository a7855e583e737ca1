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

/// The two browsers of a room, joined: what one sends, the other gets.
///
/// One owner calls it, one input at a time. It asks to be woken through `out` and may be woken early.
public final class Relay {
    private static final int MOST_LEGS = 2;

    private final List<Leg> legs = new ArrayList<>(MOST_LEGS);
    private final Drops drops;
    private final Control control = new Control();
    private final Intake intake = new Intake();
    private boolean hushed;
    private long armedAt = Long.MAX_VALUE;

    public Relay(Drops drops) {
        this.drops = drops;
    }

    public boolean isEmpty() {
        return legs.isEmpty();
    }

    /// Takes a browser in. A relay holds two.
    public void join(Leg leg, long nowNanos, RelayOutbound out) {
        if (legs.size() == MOST_LEGS) {
            throw new IllegalStateException("a relay joins two browsers; one must leave before another can come");
        }
        Leg other = legs.isEmpty() ? null : legs.getFirst();
        legs.add(leg);
        if (other != null) {
            leg.downlink().connect(other.negotiated());
            other.downlink().connect(leg.negotiated());
        }
        wake(nowNanos, out);
    }

    /// Ends a browser's part; its goodbye leaves with this call.
    ///
    /// @param scratch room for one datagram of 1,200 bytes
    public void leave(Leg leg, ByteBuffer scratch, long nowNanos, RelayOutbound out) {
        if (!legs.remove(leg)) {
            return;
        }
        Leg other = legs.isEmpty() ? null : legs.getFirst();
        if (other != null) {
            other.downlink().disconnect();
            other.uplink().feedback().receiverGone();
        }
        leg.peer().close();
        leg.peer().handshakeMoved(scratch, nowNanos, intake.from(leg, out));
    }

    /// Stops forwarding until [#open]; connections and reports go on.
    public void hush() {
        hushed = true;
    }

    /// Forwards again, beginning with keyframes.
    public void open(long nowNanos, RelayOutbound out) {
        hushed = false;
        legs.forEach(leg -> leg.uplink().wishKeyframes());
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

    private @Nullable Leg other(Leg leg) {
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i) != leg) {
                return legs.get(i);
            }
        }
        return null;
    }

    private void forward(Leg from, RtpPacket packet, long nowNanos, RelayOutbound out) {
        IncomingStream stream = from.uplink().take(packet, nowNanos);
        Leg to = other(from);
        if (stream == null || to == null || hushed || !to.isSecured()) {
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
            leg.uplink().wishKeyframes();
            Leg other = other(leg);
            if (other != null) {
                other.uplink().wishKeyframes();
                arm(nowNanos, out);
            }
        }
        out.event(leg, event);
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
            control.begin(leg(), other(leg()), nowNanos, out());
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
