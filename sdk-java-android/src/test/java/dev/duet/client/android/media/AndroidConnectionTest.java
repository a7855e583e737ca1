// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.media.flow.PushedVideo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AndroidConnectionTest {
    private final AtomicReference<FakePeer> made = new AtomicReference<>();
    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private final AndroidConnection connection = open();

    private AndroidConnection open() {
        return AndroidConnection.open(
                side -> {
                    FakePeer fake = new FakePeer();
                    made.set(fake);
                    return fake;
                },
                AndroidMicrophone.class::isInstance,
                states::add);
    }

    private FakePeer peer() {
        return Objects.requireNonNull(made.get());
    }

    @AfterEach
    void nothing_fatal_happened() {
        connection.close();
        assertThat(peer().fatal).isEmpty();
        assertThat(peer().done.get(peer().done.size() - 1)).isEqualTo("dispose");
    }

    private static <T> T of(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static Reason refusal(CompletableFuture<?> future) throws Exception {
        try {
            future.get(20, TimeUnit.SECONDS);
            throw new AssertionError("not refused");
        } catch (ExecutionException refused) {
            return ((MediaException) Objects.requireNonNull(refused.getCause())).reason();
        }
    }

    @Test
    void an_offer_may_be_repeated_until_it_is_answered() throws Exception {
        assertThat(of(connection.offer())).isEqualTo(FakePeer.OFFER);
        assertThat(of(connection.offer())).isEqualTo(FakePeer.OFFER);
        of(connection.answer(FakePeer.ANSWER));
        assertThat(refusal(connection.offer())).isEqualTo(Reason.WRONG_MOMENT);
        assertThat(of(connection.restart())).isEqualTo(FakePeer.OFFER);
        assertThat(peer().done).containsOnlyOnce("offer").containsOnlyOnce("restart");
    }

    @Test
    void an_answer_that_would_spoil_the_connection_never_gets_to_the_library() throws Exception {
        assertThat(refusal(connection.answer(FakePeer.ANSWER))).isEqualTo(Reason.WRONG_MOMENT);
        of(connection.offer());
        assertThat(refusal(connection.answer("nonsense"))).isEqualTo(Reason.BAD_DESCRIPTION);
        assertThat(peer().done).doesNotContain("answer");
        of(connection.answer(FakePeer.ANSWER));
    }

    @Test
    void what_the_library_refuses_is_told_and_may_be_tried_again() throws Exception {
        peer().failWith("no");
        assertThat(refusal(connection.offer())).isEqualTo(Reason.ENGINE_BROKE);
        peer().failWith("");
        of(connection.offer());
    }

    @Test
    void after_the_end_everything_is_refused_or_does_nothing() throws Exception {
        connection.close();
        connection.close();
        assertThat(refusal(connection.offer())).isEqualTo(Reason.CLOSED);
        assertThat(refusal(connection.stats())).isEqualTo(Reason.CLOSED);
        try (PushedAudio sound = new PushedAudio()) {
            connection.sendAudio(sound);
        }
        connection.shape(MediaKind.AUDIO, Encoding.FREE);
        connection.see(MediaKind.CAMERA, null);
        connection.hear(null);
        assertThat(connection.state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(ConnectionState.CLOSED);
    }

    @Test
    void the_phones_microphone_is_recorded_by_the_library_and_other_sound_is_filled_in() throws Exception {
        ByteBuffer buffer = ByteBuffer.allocateDirect(960);
        connection.sendAudio(new AndroidMicrophone());
        assertThat(connection.fill(buffer, 1, 48_000)).isFalse();
        try (PushedAudio sound = new PushedAudio()) {
            connection.sendAudio(sound);
            short[] samples = new short[480];
            Arrays.fill(samples, (short) 0x0102);
            sound.push(PcmChunk.of(samples, 48_000, 1));
            assertThat(connection.fill(buffer, 1, 48_000)).isTrue();
            assertThat(buffer.get(0)).isEqualTo((byte) 2);
            assertThat(buffer.get(959)).isEqualTo((byte) 1);
            assertThat(connection.fill(buffer, 1, 48_000)).isTrue();
            assertThat(buffer.get(0)).as("silence when nothing waits").isZero();
        }
        connection.sendAudio(null);
        of(connection.stats());
        assertThat(peer().done).containsSubsequence("voice true true", "voice true false", "voice false false");
    }

    @Test
    void the_phones_loudspeaker_is_played_by_the_library_and_other_sinks_get_the_sound() throws Exception {
        AndroidSpeaker speaker = new AndroidSpeaker();
        speaker.setVolume(50);
        connection.hear(speaker);
        of(connection.stats());
        // The volume is set behind what was asked for before.
        of(connection.stats());
        assertThat(peer().done).containsSubsequence("play true", "volume 0.5");
        BlockingQueue<PcmChunk> heard = new LinkedBlockingQueue<>();
        connection.hear(heard::add);
        connection.heard(PcmChunk.silence(48_000, 1));
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
        of(connection.stats());
        assertThat(peer().done).contains("play false");
    }

    @Test
    void pictures_have_their_places() {
        assertThatThrownBy(() -> connection.sendVideo(MediaKind.AUDIO, new PushedVideo()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> connection.see(MediaKind.AUDIO, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void states_are_told_once_each_and_in_order() throws Exception {
        connection.become(ConnectionState.CONNECTING);
        connection.become(ConnectionState.CONNECTING);
        connection.become(ConnectionState.CONNECTED);
        assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(ConnectionState.CONNECTING);
        assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void in_whatever_order_nothing_native_is_used_after_its_end() {
        for (long seed = 0; seed < 60; seed++) {
            AndroidConnection any = open();
            FakePeer peer = peer();
            Random chance = new Random(seed);
            for (int step = 0; step < 30; step++) {
                anything(any, chance);
            }
            any.close();
            anything(any, chance);
            assertThat(peer.fatal).as("seed " + seed).isEmpty();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void anything(AndroidConnection any, Random chance) {
        switch (chance.nextInt(10)) {
            case 0 -> any.offer();
            case 1 -> any.restart();
            case 2 -> any.answer(chance.nextBoolean() ? FakePeer.ANSWER : "no");
            case 3 -> any.stats();
            case 4 -> any.sendAudio(chance.nextBoolean() ? new PushedAudio() : null);
            case 5 -> any.sendVideo(MediaKind.CAMERA, chance.nextBoolean() ? new PushedVideo() : null);
            case 6 -> any.hear(chance.nextBoolean() ? chunk -> {} : null);
            case 7 -> any.shape(MediaKind.CAMERA, Encoding.CAMERA);
            case 8 -> any.become(ConnectionState.CONNECTED);
            default -> {
                if (chance.nextInt(5) == 0) {
                    any.close();
                }
            }
        }
    }
}
