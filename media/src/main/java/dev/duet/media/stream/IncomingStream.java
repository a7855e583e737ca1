// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.reception.KeyframeWish;
import dev.duet.media.reception.Reception;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.terms.StreamKind;
import org.jspecify.annotations.Nullable;

/// One media source of a browser.
public final class IncomingStream {
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

    public int ssrc() {
        return ssrc;
    }

    public StreamKind kind() {
        return kind;
    }

    public PayloadTable payloads() {
        return payloads;
    }

    public boolean isVideo() {
        return kind != StreamKind.AUDIO;
    }

    public KeyframeWish keyframe() {
        return keyframe;
    }

    /// What is known of its packets, or null before the first one.
    @Nullable
    public Reception reception() {
        return reception;
    }

    /// The extended sequence number of the packet that arrived last.
    public long lastExtended() {
        return reception == null ? 0 : reception.lastExtended();
    }

    public boolean isActive(long nowNanos, long withinNanos) {
        return reception != null && nowNanos - lastPacketNanos < withinNanos;
    }

    /// Takes note of a packet; the first original one opens the reception.
    public Reception.Arrival arrive(RtpPacket packet, long nowNanos, Reception.Delivery delivery) {
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
