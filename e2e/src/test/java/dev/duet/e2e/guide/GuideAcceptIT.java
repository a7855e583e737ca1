// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.FakeMedia;
import org.junit.jupiter.api.Test;

/// Step 3 of a call.
class GuideAcceptIT extends TwoGuidePages {
    /// Of the other side's picture.
    private static final String WIDTH = "(document.querySelector('#remote video')?.videoWidth ?? 0)";

    @Test
    void the_callee_accepts_and_the_caller_is_told() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "audioCall");
        assertThat(bob.run("async () => (await guide.accept('yes')).code")).isEqualTo(0);
        alice.isTold("onInviteeAccepted");
        assertThat(alice.run("() => page.told.find(({ name }) => name === 'onInviteeAccepted').args.slice(1)"))
                .isEqualTo(java.util.List.of("bob", "yes"));
        alice.shows("inCall");
    }

    @Test
    void an_answer_that_comes_too_late_tells_the_callee() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "audioCall");
        alice.run("() => guide.cancel('')");
        bob.isTold("onInvitationCancelled");
        assertThat(bob.run("async () => (await guide.accept('')).code")).isEqualTo(8010);
        bob.tells("The call could not be answered.");
    }

    @Test
    void in_a_voice_call_both_enter_and_hear_each_other() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        alice.tab().hears();
        bob.tab().hears();
        assertThat(alice.tab().stats().framesDecoded()).isZero();
        assertThat(bob.tab().stats().framesDecoded()).isZero();
        alice.isTold("onUserAudioAvailable", "['bob', true]");
        bob.isTold("onUserAudioAvailable", "['alice', true]");
    }

    @Test
    void in_a_video_call_both_enter_and_see_and_hear_each_other() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        alice.seesColour(FakeMedia.Colour.BLUE);
        bob.seesColour(FakeMedia.Colour.RED);
        alice.isTold("onUserVideoAvailable", "['bob', true]");
        bob.isTold("onUserVideoAvailable", "['alice', true]");
    }

    @Test
    void a_picture_is_no_larger_than_its_encoder_is_told() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        bob.until(WIDTH + " > 320");
        alice.run("""
                () => guide.rtcCloud.setVideoEncoderParam(new sdk.RtcVideoEncParam({
                    videoResolution: sdk.RtcVideoResolution.res_320_180,
                    videoFps: 15,
                    videoBitrate: 250,
                    videoResolutionMode: sdk.RtcVideoResolutionMode.landscape,
                }))""");
        bob.until(WIDTH + " > 0 && " + WIDTH + " <= 320");
        bob.tab().seesAndHears();
    }

    @Test
    void a_picture_that_ends_is_not_shown_any_more() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        bob.seesColour(FakeMedia.Colour.RED);
        alice.run("() => guide.closeCamera()");
        bob.isTold("onUserVideoAvailable", "['alice', false]");
        bob.until("!document.querySelector('#remote video')");
    }

    @Test
    void an_entry_that_fails_leaves_the_page_out_of_the_call() {
        GuidePage alice = redPage().as("alice");
        alice.run("() => page.join('videoCall', '')");
        alice.run("() => guide.startVideoCall()");
        alice.isTold("onEnterRoom", "[-3318]");
        assertThat(alice.run("() => page.call.isOnCalling")).isEqualTo(false);
    }
}
