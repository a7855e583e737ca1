// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Step 5 of a call.
class GuideHangUpIT extends TwoGuidePages {

    @Test
    void one_hangs_up_and_the_other_does_when_it_sees_that() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        seeAndHear(alice, bob);
        alice.run("() => guide.hangup()");
        alice.isTold("onExitRoom", "[0]");
        bob.isTold("onRemoteUserLeaveRoom", "['alice', 0]");
        bob.isTold("onExitRoom", "[0]");
        for (GuidePage side : new GuidePage[] {alice, bob}) {
            side.shows("idle");
            assertThat(side.run("() => page.call.isOnCalling")).isEqualTo(false);
            side.until("!document.querySelector('#local video')");
        }
    }

    @Test
    void the_callbacks_of_a_call_come_in_the_guides_order_and_once() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        alice.tab().hears();
        bob.tab().hears();
        bob.run("() => guide.hangup()");
        alice.isTold("onExitRoom");
        bob.isTold("onExitRoom");
        assertThat(alice.told(
                        "onInviteeAccepted",
                        "onEnterRoom",
                        "onRemoteUserEnterRoom",
                        "onUserAudioAvailable",
                        "onFirstAudioFrame",
                        "onRemoteUserLeaveRoom",
                        "onExitRoom"))
                .containsExactly(
                        "onInviteeAccepted",
                        "onEnterRoom",
                        "onRemoteUserEnterRoom",
                        "onUserAudioAvailable",
                        "onFirstAudioFrame",
                        "onUserAudioAvailable",
                        "onRemoteUserLeaveRoom",
                        "onExitRoom");
    }

    @Test
    void the_same_two_call_again_after_hanging_up() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        bob.run("() => guide.hangup()");
        alice.isTold("onExitRoom");
        bob.isTold("onExitRoom");
        call(bob, "alice", alice, "videoCall");
        seeAndHear(alice, bob);
    }
}
