// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Step 4 of a call.
class GuideRejectIT extends TwoGuidePages {

    @Test
    void the_callee_rejects_and_the_caller_hears_why() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "videoCall");
        assertThat(bob.run("async () => (await guide.reject()).code")).isEqualTo(0);
        bob.shows("idle");
        alice.tells("bob has rejected.");
        alice.shows("idle");
    }

    @Test
    void a_rejection_that_comes_too_late_tells_the_callee() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        invite(alice, "bob", bob, "videoCall");
        alice.run("() => guide.cancel('')");
        bob.isTold("onInvitationCancelled");
        assertThat(bob.run("async () => (await guide.reject()).code")).isEqualTo(8010);
        bob.tells("The call could not be rejected.");
    }

    @Test
    void a_busy_callee_rejects_by_itself_and_the_caller_hears_why() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        GuidePage carol = redPage().as("carol");
        carol.run("() => guide.sendInvitation('bob', 'audioCall', 30, { desc: 'calls' })");
        carol.tells("bob is busy.");
        carol.shows("idle");
        bob.prints("Rejected as busy");
        bob.shows("inCall");
        bob.tab().hears();
    }
}
