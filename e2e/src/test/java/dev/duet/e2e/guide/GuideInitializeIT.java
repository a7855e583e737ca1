// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// 接入准备, step 5.
class GuideInitializeIT extends TwoGuidePages {

    @Test
    void the_im_sdk_is_initialised_and_its_listener_hears_of_the_connection() {
        GuidePage alice = redPage();
        alice.run("() => page.fetchTicket('alice')");
        assertThat(alice.run("() => guide.initIm(page.account.sdkAppId)")).isEqualTo(true);
        alice.run("() => guide.login(page.account.userId, page.account.userSig)");
        assertThat(alice.printed())
                .containsExactly(
                        "IM SDK is connecting to the server", "IM SDK is connected to the server", "IM Login Success");
    }

    @Test
    void without_an_app_the_im_sdk_is_not_initialised() {
        assertThat(redPage().run("() => guide.initIm(0)")).isEqualTo(false);
    }

    @Test
    void the_im_sdk_is_uninitialised_and_wants_to_be_initialised_again() {
        GuidePage alice = redPage().as("alice");
        assertThat(alice.run("() => guide.unInitIm()")).isEqualTo(true);
        assertThat(alice.run("async () => (await guide.login('alice', page.account.userSig)).code"))
                .isEqualTo(6013);
        alice.as("alice");
        alice.prints("IM Login Success");
    }

    @Test
    void the_rtc_instance_is_one_for_all_until_it_is_destroyed() {
        GuidePage alice = redPage().as("alice");
        assertThat(alice.run("async () => (await sdk.RtcCloud.sharedInstance()) === guide.rtcCloud"))
                .isEqualTo(true);
        assertThat(alice.run("""
                        async () => {
                            const before = guide.rtcCloud;
                            guide.destroyRtcCloud();
                            await guide.createRtcCloud();
                            return guide.rtcCloud === before;
                        }""")).isEqualTo(false);
    }

    @Test
    void a_warning_is_told_without_an_error() {
        GuidePage alice = redPage().as("alice");
        alice.run("() => guide.rtcCloud.exitRoom()");
        alice.prints("RTC Warning: -3, ");
        assertThat(alice.told("onWarning", "onError", "onExitRoom")).containsExactly("onWarning");
    }

    @Test
    void a_listener_of_the_rtc_instance_hears_errors_until_it_is_taken_off() {
        GuidePage alice = redPage().as("alice");
        String enterNowhere = "() => guide.rtcCloud.enterRoom({ ...page.account }, sdk.RtcAppScene.videoCall)";
        alice.run(enterNowhere);
        alice.prints("RTC Error: -3318, ");
        alice.run("() => { page.printed.length = 0; page.told.length = 0; }");
        alice.run("() => guide.stopListening()");
        alice.run(enterNowhere);
        alice.isTold("onError");
        assertThat(alice.printed()).isEmpty();
    }
}
