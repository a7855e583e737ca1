// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.FakeMedia;
import org.junit.jupiter.api.Test;

/// 高级功能: what a call may have besides.
class GuideAdvancedIT extends TwoGuidePages {

    @Test
    void the_network_quality_of_the_other_side_is_told() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        alice.prints("The network of the other side is excellent");
        assertThat(alice.run("() => page.told.find(({ name }) => name === 'onNetworkQuality').args[0].userId"))
                .isEqualTo("");
    }

    @Test
    void the_duration_of_the_call_is_counted() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "audioCall");
        alice.until("guide.callStartTime > 0 && Date.now() - guide.callStartTime > 2000");
        alice.run("() => guide.hangup()");
        for (GuidePage side : new GuidePage[] {alice, bob}) {
            side.until("guide.callFinishTime >= guide.callStartTime + 2000");
            side.until("guide.callDuration >= 2 && guide.callDuration < 60");
        }
    }

    @Test
    void the_two_windows_are_swapped() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        call(alice, "bob", bob, "videoCall");
        alice.seesColour(FakeMedia.Colour.BLUE);
        alice.showsOwn(FakeMedia.Colour.RED);
        alice.run("() => guide.swapWindows('bob', 'remote', 'local')");
        alice.seesColour(FakeMedia.Colour.RED);
        alice.showsOwn(FakeMedia.Colour.BLUE);
        alice.run("() => guide.swapWindows('bob', 'local', 'remote')");
        alice.seesColour(FakeMedia.Colour.BLUE);
        alice.showsOwn(FakeMedia.Colour.RED);
    }

    @Test
    void an_invitation_with_push_information_waits_for_a_callee_who_is_not_there() {
        GuidePage alice = redPage().as("alice");
        assertThat(
                        alice.run(
                                "async () => (await guide.inviteWithPush('bob', 'alice', 'Alice', 'https://example.org/alice.png')).code"))
                .isEqualTo(0);
        alice.shows("outgoing");
        GuidePage bob = bluePage().as("bob");
        bob.isTold("onReceiveNewInvitation");
        assertThat(bob.run("""
                        () => {
                            const { args } = page.told.find(({ name }) => name === 'onReceiveNewInvitation');
                            const { cmd, cmdInfo } = JSON.parse(args[4]);
                            return `${args[1]} ${cmd} ${cmdInfo.callType} ${cmdInfo.roomId.length > 0}`;
                        }""")).isEqualTo("alice av_call videoCall true");
    }
}
