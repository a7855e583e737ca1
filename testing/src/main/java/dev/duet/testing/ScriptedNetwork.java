// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import dev.duet.testkit.LinkConditions;
import java.time.Duration;
import java.util.regex.Pattern;

/// One client's way to the server, signaling and media, which is as good as the test says.
public final class ScriptedNetwork implements AutoCloseable {
    private static final LinkConditions CLEAR = LinkConditions.clean(Duration.ZERO);
    private static final LinkConditions NOTHING = CLEAR.withLoss(1);
    private static final Pattern CANDIDATE = Pattern.compile("(a=candidate:\\S+ \\d+ (?i:udp) \\d+ )\\S+ \\d+ ");

    private final SignalPath signals;
    private final MediaPath media;

    ScriptedNetwork(int serverPort, long seed) {
        signals = new SignalPath(serverPort);
        media = new MediaPath(serverPort, seed);
    }

    /// Where the client's WebSocket connects, on loopback.
    public int signalPort() {
        return signals.port();
    }

    /// Where the client's media go, on loopback.
    public int mediaPort() {
        return media.port();
    }

    /// An SDP answer whose candidates lead over this network.
    public String through(String sdpAnswer) {
        return CANDIDATE.matcher(sdpAnswer).replaceAll("$1127.0.0.1 " + media.port() + " ");
    }

    /// What holds for media from now on, both ways.
    public void media(LinkConditions conditions) {
        media.become(conditions);
    }

    /// What holds for media from now on, to the server and from it.
    public void media(LinkConditions up, LinkConditions down) {
        media.become(up, down);
    }

    /// How long signaling takes from now on, each way.
    public void signaling(Duration oneWay) {
        signals.delay(oneWay);
    }

    /// Nothing passes any more; connections break without a word.
    public void cut() {
        media.become(NOTHING);
        signals.cut();
    }

    /// Everything passes again, at once and without loss.
    public void mend() {
        media.become(CLEAR);
        signals.delay(Duration.ZERO);
        signals.mend();
    }

    @Override
    public void close() {
        signals.close();
        media.close();
    }
}
