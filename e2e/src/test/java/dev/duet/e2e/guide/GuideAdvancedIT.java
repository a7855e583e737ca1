// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.FakeMedia;
import dev.duet.testing.MediaPath;
import dev.duet.testkit.LinkConditions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// 高级功能: what a call may have besides.
class GuideAdvancedIT extends TwoGuidePages {
    /// However slow this machine is.
    private static final String BLUE_BACKGROUND = """
            async () => {
                const canvas = document.createElement('canvas');
                const pen = canvas.getContext('2d');
                pen.fillStyle = 'blue';
                pen.fillRect(0, 0, canvas.width, canvas.height);
                effects.EffectApi.getApi().setMinFps(0);
                await effects.EffectApi.getApi().setBackground({ kind: 'picture', picture: canvas.toDataURL() });
            }""";

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
    void a_bad_network_of_the_other_side_is_told() {
        MediaPath path = path();
        GuidePage alice = redPage().as("alice");
        GuidePage bob = GuidePage.open(emptyBlue(path), server().origin()).as("bob");
        call(alice, "bob", bob, "videoCall");
        alice.prints("The network of the other side is excellent");
        path.become(LinkConditions.clean(Duration.ZERO).withLoss(0.12));
        alice.prints("The network of the other side is bad");
        path.become(LinkConditions.clean(Duration.ZERO).withLoss(0.25));
        alice.prints("The network of the other side is very bad");
    }

    @Test
    void a_network_of_the_other_side_that_is_gone_is_told_as_down() {
        MediaPath path = path();
        GuidePage alice = redPage().as("alice");
        GuidePage bob = GuidePage.open(emptyBlue(path), server().origin()).as("bob");
        call(alice, "bob", bob, "audioCall");
        alice.prints("The network of the other side is excellent");
        path.become(LinkConditions.clean(Duration.ZERO).withLoss(1));
        alice.until("page.told.findLast(({ name }) => name === 'onNetworkQuality').args[1][0].quality === 6");
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
    void beauty_is_prepared_from_files_of_the_page_and_needs_no_licence() {
        GuidePage alice = redPage().as("alice");
        alice.run("() => guide.prepareBeauty('/effects/', 'key', 'https://example.org/licence')");
        alice.prints("Beauty is ready");
        alice.prints("Beauty is allowed");
    }

    @Test
    void beauty_that_has_no_files_says_so() {
        GuidePage alice = redPage().as("alice");
        alice.run("() => guide.prepareBeauty('/nowhere/', 'key', 'https://example.org/licence')");
        alice.prints("Beauty Error: 8001");
    }

    /// Nobody is in the fake camera's picture, so that a background covers all of it.
    @Test
    void the_effect_is_switched_on_and_off_in_the_picture_that_the_other_side_sees() {
        GuidePage alice = redPage().as("alice");
        GuidePage bob = bluePage().as("bob");
        alice.run("() => guide.prepareBeauty('/effects/', 'key', 'https://example.org/licence')");
        alice.run(BLUE_BACKGROUND);
        call(alice, "bob", bob, "videoCall");
        bob.seesColour(FakeMedia.Colour.RED);
        alice.run("() => guide.enableCustomBeautyByNative(true)");
        bob.seesColour(FakeMedia.Colour.BLUE);
        alice.run("() => guide.enableCustomBeautyByNative(false)");
        bob.seesColour(FakeMedia.Colour.RED);
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

    @Test
    void a_clicked_push_opens_the_page_and_hands_over_what_the_caller_put_in() {
        String ext = "{\"entity\":{\"sender\":\"alice\",\"action\":1}}";
        GuidePage bob = GuidePage.open(
                emptyBlue(), server().origin(), "?duetExt=" + URLEncoder.encode(ext, StandardCharsets.UTF_8));
        bob.run("() => guide.listenForClickedPushes()");
        bob.prints("ext: " + ext);
        assertThat(bob.tab().page().url()).doesNotContain("duetExt");
    }
}
