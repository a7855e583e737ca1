// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.Tab;
import dev.duet.e2e.guide.GuidePage;
import dev.duet.e2e.guide.TwoGuidePages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulcastIT extends TwoGuidePages {
    private static final int SPAN_MILLIS = 3_000;
    /// A keyframe is asked for at once; what it takes is the way there and the encoding.
    private static final Duration A_KEYFRAME = Duration.ofSeconds(2);

    private static final String SEND_TWO = """
            () => guide.rtcCloud.enableEncSmallVideoStream(true, new sdk.RtcVideoEncParam({
                videoResolution: sdk.RtcVideoResolution.res_160_90,
                videoFps: 15,
                videoBitrate: 100,
            }))""";

    private static final String PICTURE = """
            async () => {
                for (const s of (await window.__peers.at(-1).getStats()).values()) {
                    if (s.type === 'inbound-rtp' && s.kind === 'video' && s.frameWidth > 0) {
                        return { size: Math.max(s.frameWidth, s.frameHeight), keyFrames: s.keyFramesDecoded };
                    }
                }
                return { size: 0, keyFrames: 0 };
            }""";

    /// `size` of the longer side in pixels.
    private record Picture(int size, int keyFrames) {}

    @Test
    void who_asks_for_the_small_picture_gets_it_with_the_next_keyframe_and_fewer_bytes() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        assertThat(alice.run(SEND_TWO)).isEqualTo(0);
        assertThat(bob.run(SEND_TWO)).isEqualTo(0);
        call(alice, "bob", bob, "videoCall");
        for (GuidePage receiver : new GuidePage[] {alice, bob}) {
            String sender = receiver == alice ? "bob" : "alice";
            sees(receiver, Duration.ofSeconds(20), 320, 10_000);
            receiver.tab().seesAndHears();
            double big = bytesPerSecond(receiver.tab());
            Picture before = picture(receiver);

            ask(receiver, sender, "small");
            Picture small = sees(receiver, A_KEYFRAME, 1, 200);
            assertThat(small.keyFrames() - before.keyFrames()).as("keyframes").isBetween(1, 2);
            receiver.tab().seesAndHears();
            assertThat(bytesPerSecond(receiver.tab()))
                    .as("bytes of the small picture")
                    .isLessThan(big / 2);

            ask(receiver, sender, "big");
            sees(receiver, A_KEYFRAME, 320, 10_000);
            receiver.tab().seesAndHears();
        }
    }

    @Test
    void who_asks_for_small_where_there_is_none_goes_on_seeing_the_big_one() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        sees(bob, Duration.ofSeconds(20), 320, 10_000);
        ask(bob, "alice", "small");
        bob.tab().seesAndHears();
        assertThat(picture(bob).size()).isGreaterThan(320);
    }

    @Test
    void a_small_picture_that_begins_in_a_call_comes_and_nobody_is_told_of_anything() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        sees(bob, Duration.ofSeconds(20), 320, 10_000);
        seeAndHear(alice, bob);
        int toldAlice = told(alice);
        int toldBob = told(bob);

        assertThat(alice.run(SEND_TWO)).isEqualTo(0);
        ask(bob, "alice", "small");
        sees(bob, Duration.ofSeconds(10), 1, 200);
        ask(bob, "alice", "big");
        sees(bob, Duration.ofSeconds(10), 320, 10_000);
        seeAndHear(alice, bob);
        assertThat(alice.run("() => window.__peers.map(({ connectionState }) => connectionState)"))
                .isEqualTo(List.of("closed", "connected"));
        assertThat(told(alice)).isEqualTo(toldAlice);
        assertThat(told(bob)).isEqualTo(toldBob);
    }

    /// How often a page was told who is there, what is sent, and how the connection fares.
    private static int told(GuidePage page) {
        return page.told(
                        "onEnterRoom",
                        "onExitRoom",
                        "onRemoteUserEnterRoom",
                        "onRemoteUserLeaveRoom",
                        "onUserVideoAvailable",
                        "onUserAudioAvailable",
                        "onFirstVideoFrame",
                        "onFirstAudioFrame",
                        "onSendFirstLocalVideoFrame",
                        "onConnectionLost",
                        "onConnectionRecovery",
                        "onError",
                        "onWarning")
                .size();
    }

    private static void ask(GuidePage receiver, String sender, String size) {
        assertThat(receiver.run(
                        "([sender, size]) => guide.rtcCloud.setRemoteVideoStreamType(sender, sdk.RtcVideoStreamType[size])",
                        new String[] {sender, size}))
                .isEqualTo(0);
    }

    /// Waits for a picture whose longer side has so many pixels.
    private static Picture sees(GuidePage page, Duration patience, int least, int most) {
        long giveUp = System.nanoTime() + patience.toNanos();
        Picture now = picture(page);
        while (now.size() < least || now.size() > most) {
            assertThat(System.nanoTime())
                    .as("in time, and the picture is " + now)
                    .isLessThan(giveUp);
            page.tab().page().waitForTimeout(50);
            now = picture(page);
        }
        return now;
    }

    private static Picture picture(GuidePage page) {
        return page.run(PICTURE) instanceof Map<?, ?> read
                ? new Picture(number(read, "size"), number(read, "keyFrames"))
                : new Picture(0, 0);
    }

    private static int number(Map<?, ?> read, String name) {
        return read.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private static double bytesPerSecond(Tab tab) {
        double before = tab.stats().videoBytesReceived();
        tab.page().waitForTimeout(SPAN_MILLIS);
        return (tab.stats().videoBytesReceived() - before) * 1000 / SPAN_MILLIS;
    }
}
