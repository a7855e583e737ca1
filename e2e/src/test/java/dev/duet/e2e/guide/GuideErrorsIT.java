// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.e2e.Tab;
import dev.duet.e2e.staying.SocketPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 异常处理: every error of the guide's tables, as a page meets it.
class GuideErrorsIT extends TwoGuidePages {
    private static final String ENTER = "() => guide.startAudioCall()";

    // UserSig 相关

    @Test
    void an_entry_without_a_ticket_is_3320() {
        GuidePage alice = withoutLogin();
        alice.run("() => { page.account.userSig = ''; }");
        fails(alice, -3320, "The ticket is not one.");
    }

    @Test
    void an_entry_with_a_ticket_that_has_run_out_is_100018() {
        GuidePage alice = withoutLogin();
        alice.run("sig => { page.account.userSig = sig; }", server().ticket("alice", Duration.ofSeconds(-1)));
        fails(alice, -100018, "The ticket was refused.");
    }

    @Test
    void an_entry_with_a_ticket_of_somebody_else_is_100018_also_after_a_login() {
        GuidePage alice = redPage().as("alice");
        alice.run("() => page.join('audioCall', 'anywhere')");
        alice.run("sig => { page.account.userSig = sig; }", server().ticket("bob", Duration.ofHours(1)));
        fails(alice, -100018, "The ticket was refused.");
    }

    // 进退房相关

    @Test
    void an_entry_that_nobody_answers_is_3308() {
        try (SocketPath path = new SocketPath(server().mediaPort())) {
            GuidePage alice = GuidePage.open(emptyRed(), path.origin()).as("alice");
            alice.run("() => page.join('audioCall', 'anywhere')");
            path.cut();
            fails(alice, -3308, "The server does not answer; check the network.");
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void an_entry_of_no_known_app_is_3317(int sdkAppId) {
        GuidePage alice = withoutLogin();
        alice.run("id => { page.account.sdkAppId = id; }", sdkAppId);
        fails(alice, -3317, "The sdkAppId is wrong.");
    }

    @ParameterizedTest
    @CsvSource({"''", "'a/b'"})
    void an_entry_into_no_legal_room_is_3318(String roomId) {
        GuidePage alice = redPage().as("alice");
        alice.run("id => page.join('audioCall', id)", roomId);
        fails(alice, -3318, "The roomId is wrong.");
    }

    @ParameterizedTest
    @CsvSource({"''", "'not a name'"})
    void an_entry_of_no_legal_user_is_3319(String userId) {
        GuidePage alice = withoutLogin();
        alice.run("id => { page.account.userId = id; }", userId);
        fails(alice, -3319, "The userId is wrong.");
    }

    // 设备相关

    @Test
    void a_camera_that_is_not_allowed_is_1314() {
        GuidePage alice = forbidden();
        alice.run("() => guide.showCallerPreview(true)");
        hears(alice, -1314, "The camera is not allowed.");
    }

    @Test
    void a_microphone_that_is_not_allowed_is_1317_and_the_call_goes_on() {
        GuidePage alice = forbidden();
        alice.run("() => page.join('audioCall', 'anywhere')");
        alice.run(ENTER);
        hears(alice, -1317, "The microphone is not allowed.");
        alice.until("page.call.isOnCalling");
    }

    @ParameterizedTest
    @CsvSource({
        "NotFoundError, -1301, The camera does not start.",
        "NotReadableError, -1316, Another program uses the camera.",
        "SecurityError, -1314, The camera is not allowed."
    })
    void a_camera_that_the_browser_refuses_has_the_guides_number(String refusal, int code, String hint) {
        GuidePage alice = refusing("video", refusal);
        alice.run("() => guide.showCallerPreview(true)");
        hears(alice, code, hint);
    }

    @ParameterizedTest
    @CsvSource({
        "NotFoundError, -1302, The microphone does not start.",
        "NotReadableError, -1319, Another program uses the microphone.",
        "SecurityError, -1317, The microphone is not allowed."
    })
    void a_microphone_that_the_browser_refuses_has_the_guides_number(String refusal, int code, String hint) {
        GuidePage alice = refusing("audio", refusal);
        alice.run("() => page.join('audioCall', 'anywhere')");
        alice.run(ENTER);
        hears(alice, code, hint);
    }

    /// Who uses rooms alone needs no login of the IM SDK.
    private GuidePage withoutLogin() {
        GuidePage alice = redPage();
        alice.run("() => page.fetchTicket('alice')");
        alice.run("() => guide.createRtcCloud()");
        alice.run("() => page.listenToRooms()");
        alice.run("() => page.join('audioCall', 'anywhere')");
        return alice;
    }

    private GuidePage forbidden() {
        return GuidePage.openWithoutDevices(emptyRed(), server().origin()).as("alice");
    }

    /// The browser refuses a kind of device as it does when it cannot hand it out.
    private GuidePage refusing(String kind, String refusal) {
        Tab tab = emptyRed();
        tab.page().addInitScript("""
                const natural = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = wanted =>
                    wanted.%s ? Promise.reject(new DOMException('', '%s')) : natural(wanted);
                """.formatted(kind, refusal));
        return GuidePage.open(tab, server().origin()).as("alice");
    }

    private static void fails(GuidePage page, int code, String hint) {
        page.run(ENTER);
        page.isTold("onEnterRoom", "[" + code + "]");
        hears(page, code, hint);
        assertThat(page.run("() => page.call.isOnCalling")).isEqualTo(false);
        page.run("() => guide.hangup()");
        page.isTold("onExitRoom", "[0]");
    }

    private static void hears(GuidePage page, int code, String hint) {
        page.prints("RTC Error: " + code + ", ");
        page.tells(hint);
    }
}
