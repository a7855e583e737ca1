// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import java.util.function.IntUnaryOperator;

/// How the header extension identifiers of one leg are written on the other leg.
public final class ExtensionMapping {
    private static final int IDENTIFIERS = 256;

    private final byte[] targets = new byte[IDENTIFIERS];

    /// @param target the other leg's identifier of one of this leg's, or 0 to blank the element
    public ExtensionMapping(IntUnaryOperator target) {
        for (int id = 1; id < IDENTIFIERS; id++) {
            targets[id] = (byte) target.applyAsInt(id);
        }
    }

    /// Rewrites the packet's identifiers in place; what has no target becomes padding.
    public void apply(RtpPacket packet) {
        if (packet.hasExtensions()) {
            HeaderExtensions.rename(packet, targets);
        }
    }
}
