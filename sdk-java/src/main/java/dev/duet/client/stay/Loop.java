// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import java.time.Instant;

/// The one thread on which sessions, rooms and devices live, and its clock.
public interface Loop {
    Instant now();

    /// Runs code at a time or soon after; returns what calls it off.
    Runnable wake(Instant at, Runnable code);

    /// Runs code on the thread, in the order in which it came; may be called from any.
    void run(Runnable code);
}
