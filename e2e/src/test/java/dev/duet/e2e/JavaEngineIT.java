// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.media.synth.ToneMeter;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.server.config.Settings.Ciphers;
import dev.duet.server.media.MediaListener;
import dev.duet.server.media.MediaRooms;
import dev.duet.server.media.MediaSettings;
import dev.duet.server.media.Negotiation;
import dev.duet.server.media.QualityReport;
import dev.duet.server.media.RoomKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The Java engine and a browser see and hear each other through the server's media.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaEngineIT {
    private static final RoomKey ROOM = new RoomKey(new AppId(1_400_000_000L), new RoomId.Named("java"));
    private static final UserId JAVA = new UserId("java");
    private static final UserId BROWSER = new UserId("browser");
    private static final Colour GREEN = new Colour(30, 160, 30);
    private static final int HERTZ = 1_000;

    private Browsers browsers;
    private MediaRooms rooms;
    private MediaConnection java;
    private TestPicture picture;
    private Tone tone;
    private volatile @Nullable VideoFrame seen;
    private volatile boolean heard;

    @BeforeAll
    void launch() throws IOException {
        // Firefox uses no loopback for media.
        rooms = MediaRooms.start(
                new MediaSettings(
                        new InetSocketAddress("0.0.0.0", 0),
                        List.of(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                new InetSocketAddress(OwnAddress.find(), 0)),
                        MediaSettings.DEFAULT_RECEIVE_BUFFER,
                        MediaSettings.DEFAULT_CONSENT_EXPIRY,
                        Ciphers.PLATFORM),
                new Deaf());
        browsers = new Browsers();
    }

    @AfterAll
    void stop() {
        browsers.close();
        rooms.close();
    }

    @BeforeEach
    void connect() {
        seen = null;
        heard = false;
        picture = TestPicture.start(320, 240, 20, GREEN);
        tone = Tone.start(HERTZ);
        java = MediaEngine.load().connect(List.of(), state -> {});
        java.see(MediaKind.CAMERA, frame -> seen = frame);
        java.hear(chunk -> heard |= ToneMeter.loudness(chunk) > 300);
        java.sendVideo(MediaKind.CAMERA, picture);
        java.sendAudio(tone);
        java.answer(answer(rooms.enter(ROOM, JAVA, java.offer().join()))).join();
    }

    @AfterEach
    void close() {
        java.close();
        picture.close();
        tone.close();
        rooms.leave(ROOM, JAVA);
        rooms.leave(ROOM, BROWSER);
    }

    @Test
    void chromium_and_java_see_and_hear_each_other() {
        try (Browser chromium = browsers.chromium(FakeMedia.Colour.RED);
                BarePeer peer = enter(chromium)) {
            bothSee(peer);
            assertThat(redness(Objects.requireNonNull(seen))).isGreaterThan(170);
            peer.until("the tone", peer::sound, sound -> Math.abs(sound.of("hertz") - HERTZ) < 20);
        }
    }

    @Test
    void firefox_and_java_see_and_hear_each_other() {
        try (Browser firefox = browsers.firefox();
                BarePeer peer = enter(firefox)) {
            bothSee(peer);
            peer.until("the tone's level", each -> each.of("level") > 100);
        }
    }

    private BarePeer enter(Browser browser) {
        BarePeer peer = BarePeer.open(browser);
        peer.accept(answer(rooms.enter(ROOM, BROWSER, peer.offer(false))));
        return peer;
    }

    private void bothSee(BarePeer peer) {
        peer.until("java's pictures", each -> each.of("frames") > 30);
        BarePeer.Seen shown = peer.until(
                "java's green",
                peer::picture,
                each -> each.of("green") > 120 && each.of("green") > each.of("red") + 50);
        assertThat(shown.of("blue")).isLessThan(shown.of("green") - 50);
        peer.until("the browser's picture and sound in java", each -> seen != null && heard);
    }

    /// How red a picture is: the mean of V.
    private static double redness(VideoFrame frame) {
        long sum = 0;
        int columns = VideoFrame.chroma(frame.width());
        int rows = VideoFrame.chroma(frame.height());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sum += frame.v().at(column, row);
            }
        }
        return (double) sum / (columns * rows);
    }

    private static String answer(CompletableFuture<Negotiation> negotiation) {
        if (negotiation.join() instanceof Negotiation.Answered(String sdp)) {
            return sdp;
        }
        throw new AssertionError("refused: " + negotiation.join());
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
