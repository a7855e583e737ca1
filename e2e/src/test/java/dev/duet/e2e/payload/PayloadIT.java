// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.FakeMedia.Colour;
import dev.duet.e2e.Tab;
import dev.duet.e2e.guide.GuidePage;
import dev.duet.e2e.guide.TwoGuidePages;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadIT extends TwoGuidePages {
    private static final String ENCRYPT = """
            key => guide.rtcCloud.enablePayloadPrivateEncryption(true, {
                encryptionAlgorithm: sdk.RtcEncryptionAlgorithm.aes256Gcm,
                encryptionKey: key.repeat(32),
                encryptionSalt: new Uint8Array(32).fill(7),
            })""";

    private static final String SAY = "([words, times]) => guide.rtcCloud.sendSEIMsg(words, times)";

    @Test
    void a_message_rides_on_as_many_frames_as_it_is_to() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        assertThat(alice.run(SAY, List.of("grüß dich", 3))).isEqualTo(true);
        bob.until("page.told.filter(({ name }) => name === 'onRecvSEIMsg').length === 3");
        assertThat(bob.told("onRecvSEIMsg", 0)).containsOnly("alice");
        assertThat(bob.told("onRecvSEIMsg", 1)).containsOnly("grüß dich");
        seeAndHear(alice, bob);
        assertThat(bob.told("onRecvSEIMsg")).hasSize(3);
    }

    /// The pages hear everything from the start, unless it is taken off them.
    @Test
    void a_message_rides_also_where_nobody_had_thought_of_any_when_the_call_began() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        for (GuidePage page : List.of(alice, bob)) {
            page.run("() => guide.rtcCloud.unRegisterListener(page.recorder)");
        }
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        bob.run("() => guide.rtcCloud.registerListener(page.recorder)");
        bob.until("window.__peers.length === 2 && window.__peers[1].connectionState === 'connected'");
        assertThat(alice.run(SAY, List.of("at last", 1))).isEqualTo(true);
        bob.isTold("onRecvSEIMsg");
        seeAndHear(alice, bob);
        assertThat(bob.told("onRemoteUserLeaveRoom", "onExitRoom", "onUserVideoAvailable"))
                .isEmpty();
    }

    @Test
    void who_cannot_take_messages_off_a_frame_sees_it_all_the_same() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage();
        bob.run("() => { delete window.RTCRtpScriptTransform; }");
        bob.as("bob");
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        for (int i = 0; i < 6; i++) {
            assertThat(alice.run(SAY, List.of("x".repeat(1_000), 30))).isEqualTo(true);
        }
        seeAndHear(alice, bob);
        bob.seesColour(Colour.RED);
        assertThat(bob.told("onRecvSEIMsg")).isEmpty();
        assertThat(bob.run("() => guide.rtcCloud.sendSEIMsg('hello', 1)")).isEqualTo(false);
    }

    @Test
    void two_with_the_same_key_see_and_hear_each_other_also_small_and_messages_ride_inside() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        assertThat(alice.run("() => guide.rtcCloud.enableEncSmallVideoStream(true)"))
                .isEqualTo(0);
        encrypt(alice, "k");
        encrypt(bob, "k");
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        alice.seesColour(Colour.BLUE);
        bob.seesColour(Colour.RED);
        assertThat(alice.run(SAY, List.of("inside", 1))).isEqualTo(true);
        bob.isTold("onRecvSEIMsg");
        bob.run("() => guide.rtcCloud.setRemoteVideoStreamType('alice', sdk.RtcVideoStreamType.small)");
        bob.until("page.told.some(({ name, args }) => name === 'onUserVideoSizeChanged' && args[0] === 'alice'"
                + " && Math.max(args[2], args[3]) < 300)");
        seeAndHear(alice, bob);
        assertThat(bob.told("onWarning", 0)).doesNotContain("2101", "2102");
    }

    @Test
    void who_has_another_key_sees_and_hears_nothing_and_is_told_so_until_the_next_call() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        encrypt(alice, "k");
        encrypt(bob, "l");
        call(alice, "bob", bob, "videoCall");
        for (GuidePage page : List.of(alice, bob)) {
            page.until("['2101', '2102'].every(code => page.told.some(({ name, args }) =>"
                    + " name === 'onWarning' && String(args[0]) === code))");
            perceivesNothing(page);
        }
        alice.run("() => guide.hangup()");
        bob.shows("idle");
        alice.until("page.told.some(({ name }) => name === 'onExitRoom')");
        bob.until("page.told.some(({ name }) => name === 'onExitRoom')");

        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
    }

    @Test
    void who_has_no_key_sees_nothing_and_hears_silence() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        encrypt(alice, "k");
        call(alice, "bob", bob, "videoCall");
        bob.tab().until("packets of sound", now -> now.audioPackets() > 100);
        perceivesNothing(bob);
    }

    private static void encrypt(GuidePage page, String key) {
        assertThat(page.run(ENCRYPT, key)).isEqualTo(0);
    }

    private static void perceivesNothing(GuidePage page) {
        Tab.Stats stats = page.tab().stats();
        assertThat(stats.framesDecoded()).isZero();
        assertThat(stats.audioEnergy()).isLessThan(1e-6);
    }
}
