// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.rtcp.KeyframeWish;
import dev.duet.media.rtcp.Reception;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.sdp.StreamKind;
import org.jspecify.annotations.Nullable;

/// One media source of a browser.
final class IncomingStream {
    private final int ssrc;
    private final StreamKind kind;
    private final PayloadTable payloads;
    private final KeyframeWish keyframe = new KeyframeWish();
    private @Nullable Reception reception;
    private long lastPacketNanos;

    IncomingStream(int ssrc, StreamKind kind, PayloadTable payloads) {
        this.ssrc = ssrc;
        this.kind = kind;
        this.payloads = payloads;
    }

    int ssrc() {
        return ssrc;
    }

    StreamKind kind() {
        return kind;
    }

    PayloadTable payloads() {
        return payloads;
    }

    boolean isVideo() {
        return kind != StreamKind.AUDIO;
    }

    KeyframeWish keyframe() {
        return keyframe;
    }

    /// What is known of its packets, or null before the first one.
    @Nullable
    Reception reception() {
        return reception;
    }

    /// The extended sequence number of the packet that arrived last.
    long lastExtended() {
        return reception == null ? 0 : reception.lastExtended();
    }

    boolean isActive(long nowNanos, long withinNanos) {
        return reception != null && nowNanos - lastPacketNanos < withinNanos;
    }

    /// Takes note of a packet; the first original one opens the reception.
    Reception.Arrival arrive(RtpPacket packet, long nowNanos, Reception.Delivery delivery) {
        if (reception == null) {
            if (delivery == Reception.Delivery.REPAIR) {
                return Reception.Arrival.TOO_OLD;
            }
            int type = packet.payloadType();
            reception = new Reception(ssrc, payloads.clockRate(type), payloads.isRepairable(type), packet.sequence());
        }
        lastPacketNanos = nowNanos;
        return reception.arrive(packet.sequence(), packet.timestamp(), nowNanos, delivery);
    }
}
