// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.client.media.ConnectionStats;
import java.time.Duration;
import java.time.Instant;

/// How lately anything came in over a media connection. A value: each look makes a new one.
///
/// @param heard all that came so far
/// @param at when it last grew
/// @param streak looks in a row that found more
public record Pulse(long heard, Instant at, int streak) {
    /// How often to look.
    public static final Duration LOOK = Duration.ofMillis(250);

    /// An engine calls a connection broken after 5 s and more; in a call nobody waits that long.
    private static final Duration SILENCE = Duration.ofMillis(750);

    /// So many looks make a flow whose end means something; reports alone come now and then.
    private static final int FLOW = 6;

    /// What a look found.
    ///
    /// @param stopped said once when what had been flowing came to nothing
    public record Look(Pulse pulse, boolean stopped) {}

    public static Pulse atRest(Instant now) {
        return new Pulse(0, now, 0);
    }

    public Look look(long heardNow, Instant now) {
        if (heardNow != heard) {
            return new Look(new Pulse(heardNow, now, streak + 1), false);
        }
        boolean silent = Duration.between(at, now).compareTo(SILENCE) >= 0;
        return new Look(silent ? new Pulse(heard, at, 0) : this, silent && streak >= FLOW);
    }

    /// The bytes that came in, and the answers to the connection's own checks: they come whether or not the other
    /// side has anything to say.
    public static long signsOfLife(ConnectionStats stats) {
        return stats.path().bytesReceived() + stats.path().responsesReceived();
    }
}
