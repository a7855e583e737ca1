// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.id.UserId;
import dev.duet.media.answer.Answerer;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.Credentials;
import dev.duet.media.ice.IceLite;
import dev.duet.media.ice.IceSettings;
import dev.duet.media.peer.Drops;
import dev.duet.media.peer.Peer;
import dev.duet.media.relay.Leg;
import dev.duet.media.srtp.gcm.AesGcm;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.StreamSsrcs;
import dev.duet.server.media.loop.MediaLoop;
import dev.duet.server.media.loop.PeerTable;
import dev.duet.server.media.loop.SilentPort;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeatTest {
    private static final Identity IDENTITY = Identity.create(new SecureRandom(), Instant.EPOCH);

    private final PeerTable table = new PeerTable();

    @Test
    void a_seat_keeps_its_two_newest_names() {
        Seat seat = seat("alice");
        seat.enroll("first", table);
        seat.enroll("second", table);
        seat.enroll("third", table);
        assertThat(table.byUfrag("first")).isNull();
        assertThat(table.byUfrag("second")).isSameAs(seat);
        assertThat(table.byUfrag("third")).isSameAs(seat);
    }

    @Test
    void a_seat_that_leaves_is_not_found_any_more() {
        Seat seat = seat("alice");
        seat.enroll("name", table);
        for (int port = 1; port <= 20; port++) {
            seat.learn(address(port), table);
        }
        assertThat(table.size()).as("addresses of one seat are bounded").isEqualTo(16);
        seat.leave(table);
        assertThat(table.byUfrag("name")).isNull();
        assertThat(table.size()).isZero();
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress("198.51.100.7", 10_000 + port);
    }

    private static Seat seat(String user) {
        Negotiated negotiated =
                new Negotiated(Credentials.random(new Random(1)), IDENTITY.fingerprint(), List.of(), false, List.of());
        StreamSsrcs none = StreamSsrcs.NONE;
        DtlsHandshake handshake = DtlsHandshake.server(IDENTITY, IDENTITY.fingerprint(), () -> {});
        Peer peer = new Peer(
                new IceLite(Credentials.random(new Random(2)), IceSettings.standard(), 0), handshake, new Drops());
        Leg leg = new Leg(negotiated, new LegSsrcs(none, none, none), Answerer.CNAME, peer, new Drops());
        MediaRoom room = new MediaRoom(loop(), SeatNews.NOBODY_ASKS, Runnable::run);
        return new Seat(room, new UserId(user), leg, handshake);
    }

    private static MediaLoop loop() {
        return new MediaLoop(new SilentPort(), AesGcm.Engine.PLATFORM);
    }
}
