// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

import java.time.Duration;

/// The leave to send to a peer, which runs out unless the peer renews it (RFC 7675 section 5.1).
final class Consent {
    private final long expiryNanos;
    private long deadlineNanos;

    Consent(Duration expiry, long nowNanos) {
        this.expiryNanos = expiry.toNanos();
        renew(nowNanos);
    }

    void renew(long nowNanos) {
        deadlineNanos = nowNanos + expiryNanos;
    }

    /// When it runs out, as things stand.
    long deadlineNanos() {
        return deadlineNanos;
    }

    boolean expired(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }
}
