// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.FakeMedia;
import org.junit.jupiter.api.Test;

/// Step 2 of a call.
class GuideCallIT extends TwoGuidePages {

    @Test
    void the_caller_sees_its_own_picture_before_it_calls() {
        GuidePage alice = redPage().as("alice");
        alice.run("() => guide.showCallerPreview(true)");
        alice.isTold("onCameraDidReady", "[]");
        alice.showsOwn(FakeMedia.Colour.RED);
        assertThat(alice.run("() => __peers.length")).as("connections").isEqualTo(0);
    }

    @Test
    void the_caller_sends_an_invitation_and_keeps_its_id() {
        GuidePage alice = redPage().as("alice");
        assertThat(alice.run("""
                        async () => {
                            const { code, data } = await guide.sendInvitation('bob', 'videoCall', 30, { desc: 'calls' });
                            return code === 0 && data.length > 0;
                        }""")).isEqualTo(true);
        alice.shows("outgoing");
    }

    @Test
    void an_invitation_that_cannot_be_sent_tells_the_caller() {
        GuidePage alice = redPage().as("alice");
        assertThat(alice.run(
                        "async () => (await guide.sendInvitation('alice', 'videoCall', 30, { desc: 'calls' })).code"))
                .isEqualTo(6032);
        alice.tells("The call could not be made; try again.");
    }

    @Test
    void the_callee_receives_the_invitation_with_what_the_caller_said() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "videoCall");
        assertThat(bob.run("() => page.call.callType")).isEqualTo("videoCall");
        assertThat(bob.run("() => page.call.roomId")).isEqualTo(alice.run("() => page.call.roomId"));
        assertThat(bob.run("() => page.told.find(({ name }) => name === 'onReceiveNewInvitation').args.slice(1, 4)"))
                .isEqualTo(java.util.List.of("alice", "", java.util.List.of("bob")));
    }

    @Test
    void the_callee_sees_its_own_picture_before_it_answers() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "videoCall");
        bob.run("() => guide.showCalleePreview(true)");
        bob.showsOwn(FakeMedia.Colour.BLUE);
    }

    @Test
    void a_voice_call_opens_no_camera() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "audioCall");
        bob.run("() => guide.showCalleePreview(true)");
        assertThat(bob.run("() => document.querySelector('#local video')")).isNull();
    }

    @Test
    void the_caller_cancels_and_the_callee_is_told() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "videoCall");
        assertThat(alice.run("async () => (await guide.cancel('changed my mind')).code"))
                .isEqualTo(0);
        alice.shows("idle");
        bob.tells("alice has cancelled.");
        bob.shows("idle");
        assertThat(bob.run("() => page.told.find(({ name }) => name === 'onInvitationCancelled').args[2]"))
                .isEqualTo("changed my mind");
    }

    @Test
    void a_cancel_that_comes_too_late_tells_the_caller() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "audioCall");
        bob.run("() => guide.reject()");
        alice.isTold("onInviteeRejected");
        assertThat(alice.run("async () => (await guide.cancel('')).code")).isEqualTo(8010);
        alice.tells("The call could not be cancelled; try again.");
    }

    @Test
    void a_call_nobody_answers_times_out_on_both_sides_once() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        alice.run("() => guide.sendInvitation('bob', 'videoCall', 2, { desc: 'calls' })");
        bob.shows("incoming");
        for (GuidePage side : new GuidePage[] {alice, bob}) {
            side.tells("Nobody answered.");
            side.shows("idle");
            assertThat(
                            side.run(
                                    "() => page.told.filter(({ name }) => name === 'onInvitationTimeout').map(({ args }) => args[1])"))
                    .isEqualTo(java.util.List.of(java.util.List.of("bob")));
        }
    }
}
