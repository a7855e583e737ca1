// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.relay;

import dev.duet.media.rtcp.Goodbye;
import dev.duet.media.rtcp.KeyframeRequest;
import dev.duet.media.rtcp.Nack;
import dev.duet.media.rtcp.ReceiverReport;
import dev.duet.media.rtcp.RtcpPacket;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.rtcp.SourceDescription;
import dev.duet.media.rtcp.TransportFeedback;
import dev.duet.media.rtcp.UnusedRtcp;
import dev.duet.media.stream.IncomingStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What each RTCP packet of one browser means for it and for the other one.
final class Control implements Consumer<RtcpPacket> {
    private @Nullable Leg from;
    private @Nullable Leg other;
    private @Nullable RelayOutbound out;
    private long nowNanos;

    /// Begins a compound.
    void begin(Leg sender, @Nullable Leg receiver, long now, RelayOutbound shell) {
        from = sender;
        other = receiver;
        nowNanos = now;
        out = shell;
    }

    /// Ends the compound: what it made us say leaves.
    void end() {
        if (other != null && out != null && other.isSecured()) {
            other.flush(out);
        }
        from = null;
        other = null;
        out = null;
    }

    @Override
    public void accept(RtcpPacket packet) {
        if (from != null && out != null) {
            handle(packet, from, out);
        }
    }

    private void handle(RtcpPacket packet, Leg leg, RelayOutbound shell) {
        switch (packet) {
            case SenderReport report -> {
                forward(report, leg, shell);
                report.reports().forEach(block -> leg.downlink().reported(block, nowNanos));
            }
            case ReceiverReport report ->
                report.reports().forEach(block -> leg.downlink().reported(block, nowNanos));
            case Nack nack -> leg.downlink().resend(nack.media(), nack.lost(), nowNanos, shell);
            case KeyframeRequest request -> wishKeyframe(request.media(), leg, shell);
            case TransportFeedback feedback -> translate(feedback, leg, shell);
            // Names are ours to give, and who leaves is told by signaling.
            case SourceDescription _, Goodbye _, UnusedRtcp _ -> {}
        }
    }

    private void forward(SenderReport report, Leg leg, RelayOutbound shell) {
        IncomingStream stream = leg.uplink().reported(report, nowNanos);
        if (stream != null && other != null && other.isSecured()) {
            other.downlink().report(stream, report, nowNanos, shell);
        }
    }

    private void wishKeyframe(int media, Leg leg, RelayOutbound shell) {
        IncomingStream source = leg.downlink().source(media);
        if (source != null && other != null) {
            source.wishKeyframe(nowNanos);
            other.uplink().ask(nowNanos, other.downlink().roundTrip().nanos(), shell);
        }
    }

    private void translate(TransportFeedback feedback, Leg leg, RelayOutbound shell) {
        if (other != null) {
            leg.downlink().numbers().accept(feedback, other.uplink().feedback());
            if (other.isSecured()) {
                other.giveFeedback(nowNanos, shell);
            }
        }
    }
}
