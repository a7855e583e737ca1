// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

import dev.duet.media.dtls.DtlsFailure;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.DtlsState;
import dev.duet.media.dtls.SrtpKeys;
import dev.duet.media.ice.Credentials;
import dev.duet.media.ice.IceLite;
import dev.duet.media.ice.IceState;
import dev.duet.media.ice.IceVerdict;
import dev.duet.media.peer.PeerState.CloseReason;
import dev.duet.media.srtp.ProtectVerdict;
import dev.duet.media.srtp.SrtpReceiver;
import dev.duet.media.srtp.SrtpSender;
import dev.duet.media.srtp.UnprotectVerdict;
import dev.duet.media.srtp.gcm.AesGcm;
import dev.duet.media.wire.Outbound;
import dev.duet.media.wire.PacketKind;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One browser as one machine: datagrams go in, and decrypted media, datagrams to send, events and deadlines come out.
///
/// Its owner gives it only datagrams from addresses that the peer has proven to be at, and STUN that names its user.
public final class Peer {
    private final IceLite ice;
    private final DtlsHandshake dtls;
    private final Drops drops;
    private final AesGcm.Engine engine;

    private PeerState state = new PeerState.New();
    private @Nullable SrtpReceiver receiver;
    private @Nullable SrtpSender sender;
    /// Where the last proven check came from: the way to answer DTLS that arrives before ICE nominates a path.
    private @Nullable InetSocketAddress proven;

    private boolean handshakeWanted;

    /// @param dtls not yet started; the owner starts it on [PeerEvent.HandshakeWanted] and calls [#handshakeMoved]
    /// whenever it wakes us up
    /// @param engine what packets are protected with when the handshake agrees on GCM
    public Peer(IceLite ice, DtlsHandshake dtls, Drops drops, AesGcm.Engine engine) {
        this.ice = ice;
        this.dtls = dtls;
        this.drops = drops;
        this.engine = engine;
    }

    /// As the other, with the platform's cipher.
    public Peer(IceLite ice, DtlsHandshake dtls, Drops drops) {
        this(ice, dtls, drops, AesGcm.Engine.PLATFORM);
    }

    public PeerState state() {
        return state;
    }

    public boolean isSecured() {
        return sender != null && state instanceof PeerState.Secured;
    }

    /// Handles one datagram; whether it proves that the peer is at the address it came from.
    public boolean receive(ByteBuffer datagram, InetSocketAddress from, long nowNanos, PeerOutbound out) {
        switch (PacketKind.of(datagram)) {
            case RTP -> receiveRtp(datagram, nowNanos, out);
            case RTCP -> receiveRtcp(datagram, nowNanos, out);
            case STUN -> {
                return receiveStun(datagram, from, nowNanos, out);
            }
            case DTLS -> receiveDtls(datagram, nowNanos, out);
            case UNKNOWN -> drops.count(Drop.UNKNOWN_KIND);
        }
        return false;
    }

    /// Moves the clock.
    public void wake(long nowNanos, PeerOutbound out) {
        ice.wake(nowNanos, out);
        followIce(nowNanos, out);
    }

    /// Sends what the handshake thread left for us and follows its state.
    ///
    /// @param scratch room for one datagram of 1,200 bytes
    public void handshakeMoved(ByteBuffer scratch, long nowNanos, PeerOutbound out) {
        while (dtls.poll(scratch.clear())) {
            InetSocketAddress to = target();
            if (to == null) {
                drops.count(Drop.SEND_NO_PATH);
            } else {
                out.transmit(scratch, to);
            }
        }
        switch (dtls.state()) {
            case DtlsState.Keyed(SrtpKeys keys) when sender == null -> secure(keys, nowNanos, out);
            case DtlsState.Failed(DtlsFailure why) -> end(reason(why), nowNanos, out);
            case DtlsState.Closed() -> end(CloseReason.CLOSED_BY_PEER, nowNanos, out);
            case DtlsState.Keyed _, DtlsState.Waiting _, DtlsState.Handshaking _ -> {}
        }
    }

    /// Begins a new ICE session; keys and streams stay.
    public void restartIce(Credentials local, long nowNanos, PeerOutbound out) {
        ice.restart(local, nowNanos, out);
        followIce(nowNanos, out);
    }

    /// Protects a plain RTP packet in place and sends it; `false`, counted, when it cannot leave.
    public boolean sendRtp(ByteBuffer packet, Outbound out) {
        InetSocketAddress to = target();
        if (sender == null || to == null) {
            drops.count(Drop.SEND_NO_PATH);
            return false;
        }
        return transmit(sender.protectRtp(packet), packet, to, out);
    }

    /// Protects a plain compound of RTCP packets in place and sends it; `false`, counted, when it cannot leave.
    public boolean sendRtcp(ByteBuffer compound, Outbound out) {
        InetSocketAddress to = target();
        if (sender == null || to == null) {
            drops.count(Drop.SEND_NO_PATH);
            return false;
        }
        return transmit(sender.protectRtcp(compound), compound, to, out);
    }

    /// Ends the peer from our side; a goodbye of DTLS leaves with the next [#handshakeMoved].
    public void close() {
        if (!(state instanceof PeerState.Closed)) {
            seal(CloseReason.CLOSED_HERE);
        }
    }

    private boolean transmit(ProtectVerdict verdict, ByteBuffer packet, InetSocketAddress to, Outbound out) {
        if (verdict != ProtectVerdict.OK) {
            drops.count(Drop.of(verdict));
            return false;
        }
        out.transmit(packet, to);
        return true;
    }

    private void receiveRtp(ByteBuffer datagram, long nowNanos, PeerOutbound out) {
        if (receiver == null) {
            drops.count(Drop.SRTP_BEFORE_KEYS);
            return;
        }
        UnprotectVerdict verdict = receiver.unprotectRtp(datagram);
        if (verdict == UnprotectVerdict.OK) {
            out.rtp(datagram, nowNanos);
        } else {
            drops.count(Drop.of(verdict));
        }
    }

    private void receiveRtcp(ByteBuffer datagram, long nowNanos, PeerOutbound out) {
        if (receiver == null) {
            drops.count(Drop.SRTP_BEFORE_KEYS);
            return;
        }
        UnprotectVerdict verdict = receiver.unprotectRtcp(datagram);
        if (verdict == UnprotectVerdict.OK) {
            out.rtcp(datagram, nowNanos);
        } else {
            drops.count(Drop.of(verdict));
        }
    }

    private boolean receiveStun(ByteBuffer datagram, InetSocketAddress from, long nowNanos, PeerOutbound out) {
        IceVerdict verdict = ice.receive(datagram, from, nowNanos, out);
        if (!verdict.accepted()) {
            drops.count(Drop.of(verdict));
            return false;
        }
        proven = from;
        if (verdict == IceVerdict.PATH_CHANGED) {
            out.event(new PeerEvent.PathChanged(from), nowNanos);
        }
        followIce(nowNanos, out);
        wantHandshake(nowNanos, out);
        return true;
    }

    /// DTLS that overtook ICE is held by the handshake, which starts once the address is proven.
    private void receiveDtls(ByteBuffer datagram, long nowNanos, PeerOutbound out) {
        if (state instanceof PeerState.Closed) {
            drops.count(Drop.DTLS_AFTER_END);
            return;
        }
        dtls.receive(datagram);
        handshakeWanted = true;
        wantHandshake(nowNanos, out);
    }

    private void wantHandshake(long nowNanos, PeerOutbound out) {
        if (handshakeWanted && proven != null && dtls.state() instanceof DtlsState.Waiting) {
            out.event(new PeerEvent.HandshakeWanted(), nowNanos);
        }
    }

    private void followIce(long nowNanos, PeerOutbound out) {
        switch (ice.state()) {
            case IceState.Connected _ -> {
                if (state instanceof PeerState.New || state instanceof PeerState.Lost) {
                    reconnect(nowNanos, out);
                }
            }
            case IceState.Lost() -> {
                if (!(state instanceof PeerState.Lost || state instanceof PeerState.Closed)) {
                    state = new PeerState.Lost();
                    proven = null;
                    out.event(new PeerEvent.Lost(), nowNanos);
                }
            }
            case IceState.Waiting() -> {}
        }
    }

    private void reconnect(long nowNanos, PeerOutbound out) {
        state = sender == null ? new PeerState.Connecting() : new PeerState.Secured();
        if (sender != null) {
            out.event(new PeerEvent.Secured(), nowNanos);
        }
    }

    private void secure(SrtpKeys keys, long nowNanos, PeerOutbound out) {
        if (state instanceof PeerState.Closed) {
            return;
        }
        receiver = new SrtpReceiver(keys, engine);
        sender = new SrtpSender(keys, engine);
        if (!(state instanceof PeerState.Lost)) {
            state = new PeerState.Secured();
            out.event(new PeerEvent.Secured(), nowNanos);
        }
    }

    private void end(CloseReason reason, long nowNanos, PeerOutbound out) {
        if (!(state instanceof PeerState.Closed)) {
            seal(reason);
            out.event(new PeerEvent.Closed(reason), nowNanos);
        }
    }

    private void seal(CloseReason reason) {
        state = new PeerState.Closed(reason);
        receiver = null;
        sender = null;
        dtls.close();
    }

    private @Nullable InetSocketAddress target() {
        InetSocketAddress path = ice.path();
        return path != null ? path : proven;
    }

    private static CloseReason reason(DtlsFailure why) {
        return switch (why) {
            case FINGERPRINT_MISMATCH, NO_CERTIFICATE -> CloseReason.WRONG_FINGERPRINT;
            case NO_COMMON_SRTP_PROFILE, PROTOCOL_ERROR, REFUSED_BY_PEER, TIMED_OUT, NO_THREAD ->
                CloseReason.HANDSHAKE_FAILED;
        };
    }
}
