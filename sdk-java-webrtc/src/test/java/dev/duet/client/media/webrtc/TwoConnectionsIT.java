// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import static dev.duet.client.media.webrtc.Caller.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two connections of the engine through the server's real media, on loopback.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoConnectionsIT {
    private static final Colour RED = new Colour(200, 30, 30);
    private static final Colour BLUE = new Colour(30, 30, 200);
    private static final Colour GREEN = new Colour(30, 160, 30);
    private static final double LOW = 400;
    private static final double HIGH = 1_000;

    private MediaServer server;
    private Caller alice;
    private Caller bob;

    @BeforeAll
    void serve() {
        server = MediaServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        alice = new Caller("alice", RED, LOW);
        bob = new Caller("bob", BLUE, HIGH);
    }

    @AfterEach
    void close() {
        alice.close();
        bob.close();
        server.leave("alice");
        server.leave("bob");
    }

    private void call() {
        alice.sendAll();
        bob.sendAll();
        alice.enter(server);
        bob.enter(server);
        until("picture and tone both ways", this::bothWays);
    }

    private boolean bothWays() {
        return alice.sees(BLUE) && alice.hears(HIGH) && bob.sees(RED) && bob.hears(LOW);
    }

    @Test
    void picture_and_tone_arrive_both_ways() {
        call();
        assertThat(alice.states).containsExactly(ConnectionState.CONNECTING, ConnectionState.CONNECTED);
        assertThat(alice.media.state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void what_is_held_stops_and_comes_back_five_times() {
        call();
        for (int i = 0; i < 5; i++) {
            alice.media.sendAudio(null);
            alice.media.sendVideo(MediaKind.CAMERA, null);
            until("silence", bob::hearsNothing);
            int before = bob.frames.get();
            alice.sendAll();
            until("more pictures", () -> bob.frames.get() > before + 5);
            until("picture and tone both ways", this::bothWays);
        }
    }

    @Test
    void what_is_sent_from_the_middle_of_a_call_on_arrives() {
        alice.enter(server);
        bob.enter(server);
        until("connected", () -> alice.media.state() == ConnectionState.CONNECTED);
        until("connected", () -> bob.media.state() == ConnectionState.CONNECTED);
        alice.sendAll();
        bob.sendAll();
        until("picture and tone both ways", this::bothWays);
    }

    @Test
    void a_screen_arrives_beside_the_camera() {
        AtomicReference<VideoFrame> screen = new AtomicReference<>();
        bob.media.see(MediaKind.SCREEN, screen::set);
        call();
        try (TestPicture shared = TestPicture.start(400, 200, 5, GREEN)) {
            alice.media.sendVideo(MediaKind.SCREEN, shared);
            until("the screen", () -> screen.get() != null && screen.get().width() == 400);
            until("the camera still", () -> bob.sees(RED));
        }
    }

    @Test
    void a_restart_keeps_picture_and_tone() {
        call();
        for (int i = 0; i < 3; i++) {
            String offer = alice.media.restart().join();
            alice.media.answer(server.restart("alice", offer)).join();
            int before = bob.frames.get();
            until("pictures go on", () -> bob.frames.get() > before + 10 && bothWays());
        }
    }

    @Test
    void an_encoding_makes_the_picture_smaller() {
        call();
        alice.media.shape(MediaKind.CAMERA, Encoding.CAMERA.withScaleDownBy(2).withMaxFramesPerSecond(5));
        alice.media.shape(MediaKind.AUDIO, Encoding.FREE.withMaxBitsPerSecond(16_000));
        until("half the width", () -> bob.seen != null && bob.seen.width() == Caller.WIDTH / 2);
        until("the tone still", () -> bob.hears(LOW));
    }

    @Test
    void figures_tell_what_goes_on() {
        call();
        until("figures", () -> {
            ConnectionStats stats = alice.media.stats().join();
            return stats.sent(MediaKind.CAMERA).orElseThrow().picture().frames() > 10
                    && stats.sent(MediaKind.CAMERA).orElseThrow().codec().equals("VP8")
                    && stats.received(MediaKind.CAMERA).orElseThrow().picture().width() == Caller.WIDTH
                    && stats.received(MediaKind.AUDIO).orElseThrow().audioLevel() > 0.05
                    && stats.sent(MediaKind.AUDIO).orElseThrow().packets() > 10
                    && stats.path().bytesReceived() > 1_000
                    && stats.path().responsesReceived() > 0
                    && stats.roundTrip().isPositive();
        });
    }

    @Test
    void an_answer_that_is_none_is_refused_and_a_right_one_still_taken() {
        String offer = alice.media.offer().join();
        assertThat(reason(alice.media.answer("nonsense"))).isEqualTo(MediaException.Reason.BAD_DESCRIPTION);
        assertThat(reason(alice.media.answer(offer))).isEqualTo(MediaException.Reason.BAD_DESCRIPTION);
        alice.media.answer(server.enter("alice", offer)).join();
        until("connected", () -> alice.media.state() == ConnectionState.CONNECTED);
    }

    @Test
    void after_the_end_everything_is_refused_as_closed() {
        call();
        alice.media.close();
        alice.media.close();
        assertThat(alice.media.state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(reason(alice.media.offer())).isEqualTo(MediaException.Reason.CLOSED);
        assertThat(reason(alice.media.restart())).isEqualTo(MediaException.Reason.CLOSED);
        assertThat(reason(alice.media.answer("v=0"))).isEqualTo(MediaException.Reason.CLOSED);
        assertThat(reason(alice.media.stats())).isEqualTo(MediaException.Reason.CLOSED);
        alice.sendAll();
        alice.media.shape(MediaKind.AUDIO, Encoding.FREE);
        until("the listener knows", () -> alice.states.getLast() == ConnectionState.CLOSED);
    }

    @Test
    void a_sink_may_close_the_connection() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        call();
        alice.media.hear(chunk -> {
            alice.media.close();
            closed.complete(null);
        });
        until("closed", closed::isDone);
    }

    @Test
    void a_picture_has_no_place_at_audio() {
        assertThatThrownBy(() -> alice.media.sendVideo(MediaKind.AUDIO, alice.picture))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alice.media.see(MediaKind.AUDIO, frame -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MediaException.Reason reason(CompletableFuture<?> refused) {
        try {
            throw new AssertionError("not refused: " + refused.join());
        } catch (java.util.concurrent.CompletionException wrapped) {
            if (wrapped.getCause() instanceof MediaException why) {
                return why.reason();
            }
            throw wrapped;
        }
    }
}
