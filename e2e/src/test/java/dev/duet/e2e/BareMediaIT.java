// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.media.relay.ReceiveWish;
import dev.duet.media.relay.ReceiveWish.Video;
import dev.duet.server.config.Settings.Ciphers;
import dev.duet.server.media.MediaListener;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.media.MediaSettings;
import dev.duet.server.media.Negotiation;
import dev.duet.server.media.QualityReport;
import dev.duet.server.media.RoomKey;
import dev.duet.server.media.SoloKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The media server alone, between Chromiums without our SDK: layers, wishes, lobbies and mirrors.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BareMediaIT {
    private static final AppId APP = new AppId(1_400_000_000L);
    private static final RoomKey ROOM = new RoomKey(APP, new RoomId.Named("bare"));
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final SoloKey HERS = new SoloKey(APP, new LoginId("alice-1"));
    private static final SoloKey HIS = new SoloKey(APP, new LoginId("bob-1"));
    private static final ReceiveWish SMALL = new ReceiveWish(true, Video.SMALL, true);

    private Browsers browsers;
    private Browser red;
    private Browser blue;
    private MediaRooms rooms;
    private BarePeer alice;
    private BarePeer bob;

    @BeforeAll
    void launch() throws IOException {
        // Firefox uses no loopback for media.
        MediaSettings settings = new MediaSettings(
                new InetSocketAddress("0.0.0.0", 0),
                List.of(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new InetSocketAddress(OwnAddress.find(), 0)),
                MediaSettings.DEFAULT_RECEIVE_BUFFER,
                MediaSettings.DEFAULT_CONSENT_EXPIRY,
                Ciphers.PLATFORM);
        rooms = MediaRooms.start(settings, new Deaf());
        browsers = new Browsers();
        red = browsers.chromium(FakeMedia.Colour.RED);
        blue = browsers.chromium(FakeMedia.Colour.BLUE);
    }

    @AfterAll
    void stop() {
        browsers.close();
        rooms.close();
    }

    @BeforeEach
    void open() {
        alice = BarePeer.open(red);
        bob = BarePeer.open(blue);
    }

    @AfterEach
    void close() {
        rooms.leave(ROOM, ALICE);
        rooms.leave(ROOM, BOB);
        rooms.closeSolo(HERS);
        rooms.closeSolo(HIS);
        alice.close();
        bob.close();
    }

    @Test
    void the_picture_changes_between_big_and_small_and_never_stops() {
        enter(alice, ALICE, true);
        enter(bob, BOB, true);
        bob.until("big picture", seen -> seen.of("width") == 640 && seen.of("frames") > 30);
        for (int i = 0; i < 3; i++) {
            rooms.receive(ROOM, BOB, SMALL);
            BarePeer.Seen small = bob.until("small picture", seen -> seen.of("width") == 160);
            bob.until("frames of it", seen -> seen.of("frames") > small.of("frames") + 30);
            rooms.receive(ROOM, BOB, ReceiveWish.EVERYTHING);
            BarePeer.Seen big = bob.until("big picture", seen -> seen.of("width") == 640);
            bob.until("frames of it", seen -> seen.of("frames") > big.of("frames") + 30);
        }
        // A receiver that meets a picture it takes for one it has seen asks for another keyframe.
        assertThat(bob.seen().of("plis")).isLessThan(3);
    }

    @Test
    void fewer_bytes_come_with_the_small_picture() {
        enter(alice, ALICE, true);
        enter(bob, BOB, false);
        BarePeer.Seen start = bob.until("big picture", seen -> seen.of("width") == 640 && seen.of("frames") > 60);
        BarePeer.Seen big = bob.until("more", seen -> seen.of("frames") > start.of("frames") + 60);
        rooms.receive(ROOM, BOB, SMALL);
        bob.until("small picture", seen -> seen.of("width") == 160);
        long bytesOfBig = (big.of("bytes") - start.of("bytes")) / (big.of("frames") - start.of("frames"));
        bob.until("60 frames of less than half of " + bytesOfBig + " bytes each", sixtyFramesUnder(bytesOfBig / 2));
    }

    @Test
    void a_reloaded_sender_of_layers_is_seen_again() {
        enter(alice, ALICE, true);
        enter(bob, BOB, true);
        BarePeer.Seen before = bob.until("picture", seen -> seen.of("frames") > 60);
        alice.close();
        alice = BarePeer.open(red);
        enter(alice, ALICE, true);
        bob.until("picture", seen -> seen.of("frames") > before.of("frames") + 90 && seen.of("width") == 640);
    }

    @Test
    void a_picture_switched_off_and_on_goes_on() {
        enter(alice, ALICE, false);
        enter(bob, BOB, false);
        bob.until("picture", seen -> seen.of("frames") > 30);
        rooms.receive(ROOM, BOB, new ReceiveWish(true, Video.NONE, true));
        BarePeer.Seen off = bob.until("sound alone for a second", stillWhile("frames", "audio", 50));
        rooms.receive(ROOM, BOB, ReceiveWish.EVERYTHING);
        bob.until("picture", seen -> seen.of("frames") > off.of("frames") + 30);
    }

    @Test
    void who_waited_hears_and_sees_at_once_and_nothing_before() {
        enter(alice, rooms.warmUp(HERS, ALICE, alice.offer(false)));
        enter(bob, rooms.warmUp(HIS, BOB, bob.offer(false)));
        alice.until("connection", seen -> seen.of("sent") > 30);
        bob.until("connection", seen -> seen.of("sent") > 30);
        assertThat(alice.seen().of("audio") + bob.seen().of("audio")).isZero();
        assertThat(alice.seen().of("bytes") + bob.seen().of("bytes")).isZero();
        bob.watchForFirst();
        long adopted = System.currentTimeMillis();
        rooms.adoptWarm(HERS, ROOM, ALICE);
        rooms.adoptWarm(HIS, ROOM, BOB);
        assertThat(bob.firstSound() - adopted).isLessThan(1_000);
        assertThat(bob.firstPicture() - adopted).isLessThan(2_000);
        alice.until("picture", seen -> seen.of("frames") > 30 && seen.of("audio") > 50);
        bob.until("picture", seen -> seen.of("frames") > 30 && seen.of("audio") > 50);
    }

    @Test
    void a_mirror_shows_a_browser_itself() {
        enter(alice, rooms.openMirror(HERS, ALICE, alice.offer(false)));
        alice.until("itself", seen -> seen.of("frames") > 60 && seen.of("audio") > 50);
    }

    @Test
    void the_layers_of_firefox_are_told_apart() {
        try (Browser firefox = browsers.firefox();
                BarePeer carol = BarePeer.open(firefox)) {
            enter(carol, ALICE, true);
            enter(bob, BOB, true);
            bob.until("big picture", seen -> seen.of("width") == 640 && seen.of("frames") > 30);
            rooms.receive(ROOM, BOB, SMALL);
            BarePeer.Seen small = bob.until("small picture", seen -> seen.of("width") == 160);
            bob.until("frames of it", seen -> seen.of("frames") > small.of("frames") + 30);
            carol.until("bob", seen -> seen.of("frames") > 60);
        }
    }

    /// Holds when the mean of sixty frames in a row is under so many bytes; the first sixty begin with a keyframe.
    private static Predicate<BarePeer.Seen> sixtyFramesUnder(long bytes) {
        BarePeer.Seen[] since = {null};
        return seen -> {
            long frames = since[0] == null ? 0 : seen.of("frames") - since[0].of("frames");
            boolean lean = frames >= 60 && (seen.of("bytes") - since[0].of("bytes")) / frames < bytes;
            if (since[0] == null || frames >= 60) {
                since[0] = seen;
            }
            return lean;
        };
    }

    /// Holds when one count has stayed the same while another grew by so many: a single late frame begins it anew.
    private static Predicate<BarePeer.Seen> stillWhile(String still, String growing, long growth) {
        BarePeer.Seen[] since = {null};
        return seen -> {
            if (since[0] == null || seen.of(still) != since[0].of(still)) {
                since[0] = seen;
            }
            return seen.of(growing) > since[0].of(growing) + growth;
        };
    }

    private static void enter(BarePeer peer, CompletableFuture<Negotiation> negotiation) {
        if (!(negotiation.join() instanceof Negotiation.Answered(String sdp))) {
            throw new AssertionError("refused: " + negotiation.join());
        }
        peer.accept(sdp);
    }

    private void enter(BarePeer peer, UserId user, boolean layers) {
        enter(peer, rooms.enter(ROOM, user, peer.offer(layers)));
    }

    private static final class Deaf implements MediaListener {
        @Override
        public void connected(RoomKey room, UserId user) {}

        @Override
        public void lost(RoomKey room, UserId user, String why) {}

        @Override
        public void quality(RoomKey room, UserId user, QualityReport report) {}
    }
}
