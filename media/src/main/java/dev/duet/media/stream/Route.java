// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import dev.duet.media.rtp.ExtensionMapping;
import dev.duet.media.rtp.RedundantAudio;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.PayloadFormat;

/// How packets of one kind are rewritten from one leg's payload types and extension identifiers to the other's.
public final class Route {
    private static final String RED = "red";

    private final byte[] types = PayloadTable.filled();
    private final boolean[] redundant = new boolean[PayloadTable.TYPES];
    private final ExtensionMapping extensions;

    private Route(NegotiatedStream sender, NegotiatedStream receiver) {
        for (PayloadFormat format : sender.formats()) {
            redundant[format.payloadType()] = format.codec().name().equals(RED);
            types[format.payloadType()] = (byte) counterpart(format, receiver);
        }
        extensions = new ExtensionMapping(id -> identifier(id, sender, receiver));
    }

    public static Route between(NegotiatedStream sender, NegotiatedStream receiver) {
        return new Route(sender, receiver);
    }

    /// Rewrites payload type and extensions in place; `false` when the receiver has no such codec.
    public boolean apply(RtpPacket packet) {
        int type = packet.payloadType();
        if (redundant[type]) {
            if (types[type] == PayloadTable.NONE) {
                return RedundantAudio.unwrap(packet) && !redundant[packet.payloadType()] && apply(packet);
            }
            if (!RedundantAudio.rename(packet, types)) {
                return false;
            }
        }
        if (types[type] == PayloadTable.NONE) {
            return false;
        }
        packet.payloadType(types[type]);
        extensions.apply(packet);
        return true;
    }

    private static int counterpart(PayloadFormat format, NegotiatedStream receiver) {
        for (PayloadFormat other : receiver.formats()) {
            if (other.codec().matches(format.codec())) {
                return other.payloadType();
            }
        }
        return PayloadTable.NONE;
    }

    private static int identifier(int id, NegotiatedStream sender, NegotiatedStream receiver) {
        for (HeaderExtension extension : sender.extensions()) {
            if (extension.id() == id && !extension.kind().isOfOneLeg()) {
                return receiver.extensionId(extension.kind());
            }
        }
        return 0;
    }
}
