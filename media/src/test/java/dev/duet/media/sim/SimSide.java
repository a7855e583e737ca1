// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sim;

import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.peer.PeerEvent;
import dev.duet.media.relay.Leg;
import dev.duet.media.relay.Quality;
import dev.duet.media.relay.ReceiveWish;
import dev.duet.media.relay.Relay;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.testkit.LinkConditions;
import dev.duet.testkit.LossyLink;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One side of a simulated call: the browser, its leg at the server, and the two links in between.
public final class SimSide {
    static final Duration DELAY = Duration.ofMillis(20);

    final SimBrowser browser;
    final Leg leg;
    final String answer;
    final LegSsrcs ssrcs;
    final DtlsHandshake handshake;
    final LossyLink<Packet> up;
    final LossyLink<Packet> down;
    final List<PeerEvent> events = new ArrayList<>();
    final List<Quality> qualities = new ArrayList<>();
    Relay relay;
    InetSocketAddress address;

    @Nullable
    List<byte[]> captured;

    @Nullable
    List<byte[]> overheard;

    /// Bytes on their way, and the browser's address that they come from or go to.
    @SuppressWarnings("ArrayRecordComponent")
    record Packet(byte[] bytes, InetSocketAddress address) {}

    SimSide(
            SimBrowser browser,
            Leg leg,
            Relay relay,
            String answer,
            LegSsrcs ssrcs,
            DtlsHandshake handshake,
            InetSocketAddress address,
            long seed) {
        this.browser = browser;
        this.leg = leg;
        this.relay = relay;
        this.answer = answer;
        this.ssrcs = ssrcs;
        this.handshake = handshake;
        this.address = address;
        up = new LossyLink<>(LinkConditions.clean(DELAY), seed);
        down = new LossyLink<>(LinkConditions.clean(DELAY), seed + 1);
    }

    public SimBrowser browser() {
        return browser;
    }

    /// Where the server sees the browser.
    public InetSocketAddress address() {
        return address;
    }

    public Leg leg() {
        return leg;
    }

    /// Says what the browser wants of the other one.
    public void wish(ReceiveWish wish, SimCall call) {
        relay.wish(leg, wish, call.now(), call);
    }

    public List<PeerEvent> events() {
        return events;
    }

    public List<Quality> qualities() {
        return qualities;
    }

    /// Changes the link to the server.
    public void up(LinkConditions conditions) {
        up.conditions(conditions);
    }

    /// Changes the link from the server.
    public void down(LinkConditions conditions) {
        down.conditions(conditions);
    }

    public boolean saw(Class<? extends PeerEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }
}
