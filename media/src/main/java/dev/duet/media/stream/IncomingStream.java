// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.reception.KeyframeWish;
import dev.duet.media.reception.Reception;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.terms.StreamKind;
import org.jspecify.annotations.Nullable;

/// One media source of a browser: a stream, or one layer of it.
public final class IncomingStream {
    private final int ssrc;
    private final StreamKind kind;
    private final PayloadTable payloads;
    private final AskTime asks;
    private final @Nullable Layers layers;
    private final KeyframeWish keyframe = new KeyframeWish();
    private @Nullable Reception reception;
    private long lastPacketNanos;
    private boolean watched;
    private boolean beginsKeyframe;

    IncomingStream(int ssrc, StreamKind kind, PayloadTable payloads, AskTime asks, @Nullable Layers layers) {
        this.ssrc = ssrc;
        this.kind = kind;
        this.payloads = payloads;
        this.asks = asks;
        this.layers = layers;
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

    /// The layers that this one is of, or null.
    @Nullable
    Layers layers() {
        return layers;
    }

    /// Somebody needs a keyframe.
    public void wishKeyframe(long nowNanos) {
        keyframe.wish();
        asks.noLaterThan(keyframe.nextAt(nowNanos));
    }

    /// Somebody waits for a keyframe who may have asked before.
    void awaitKeyframe(long nowNanos) {
        if (!keyframe.isWished()) {
            wishKeyframe(nowNanos);
        }
    }

    /// Whether its packets go on to somebody, so that those that are missing are worth asking for.
    public boolean isWatched() {
        return watched;
    }

    void watched(boolean on) {
        watched = on;
        if (!on) {
            keyframe.forget();
        }
        if (reception != null) {
            reception.repair(on);
        }
    }

    /// Whether a keyframe begins with the packet that arrived last, and nothing newer has come.
    boolean beginsKeyframe() {
        return beginsKeyframe;
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

    /// Whether a packet came lately; repairs do not count, since browsers probe with old ones.
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
            reception.repair(watched);
        }
        if (delivery == Reception.Delivery.ORIGINAL) {
            lastPacketNanos = nowNanos;
        }
        return reception.arrive(packet.sequence(), packet.timestamp(), nowNanos, delivery);
    }

    /// Takes note of the keyframes of a video; `arrival` is what this packet means for it.
    public void followKeyframes(RtpPacket packet, Reception.Arrival arrival, long nowNanos) {
        if (arrival == Reception.Arrival.AFTER_GAP && watched) {
            keyframe.wish();
        }
        boolean begins = payloads.codec(packet.payloadType()).startsKeyframe(packet);
        beginsKeyframe = begins && arrival != Reception.Arrival.FILLS_HOLE;
        if (begins) {
            keyframe.fulfilled();
        }
        asks.noLaterThan(keyframe.nextAt(nowNanos));
    }
}
