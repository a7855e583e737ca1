// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import java.util.Locale;

/// Which way media flows, seen from whoever writes the line (RFC 3264 section 5.1).
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /// The direction that answers this one.
    public Direction mirrored() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    /// As it stands after `a=`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
