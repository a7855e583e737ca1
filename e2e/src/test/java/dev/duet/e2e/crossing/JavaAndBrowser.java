// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.duet.client.call.Call;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import dev.duet.e2e.Browsers;
import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.OwnAddress;
import dev.duet.e2e.RunningServer;
import dev.duet.e2e.Silence;
import dev.duet.e2e.Tab;
import dev.duet.server.config.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Java and the page of one kind of browser call each other through a server that is on no loopback, since neither Java
/// nor Firefox uses that for media.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JavaAndBrowser {
    private static final double QUIET = 0.002;

    private RunningServer server;
    private Browsers browsers;
    private Browser browser;
    private Tab page;
    private JavaPhone java;

    abstract Browser launch(Browsers installed);

    /// What this browser sends is seen and heard in Java.
    abstract void javaSeesAndHears(JavaPhone java, Tab page);

    /// Java's tone is heard in the page.
    abstract void hearsTone(Tab page);

    @BeforeAll
    void launch() {
        server =
                RunningServer.start(new Entry("announce", OwnAddress.find(), "test"), new Entry("dev", "true", "test"));
        browsers = new Browsers();
        browser = launch(browsers);
    }

    @AfterAll
    void stop() {
        browser.close();
        browsers.close();
        server.close();
    }

    @BeforeEach
    void signIn() {
        java = new JavaPhone(server, "java");
        page = Tab.open(browser, server.origin(), "page");
    }

    @AfterEach
    void signOut() {
        page.noErrors();
        page.close();
        java.close();
    }

    private Call javaCalls() {
        Call call = java.call("page");
        page.sees("incoming");
        page.click("accept");
        talk(call);
        return call;
    }

    private Call pageCalls() {
        page.callVideo("java");
        Call call = java.rings();
        JavaPhone.done(call.accept());
        talk(call);
        return call;
    }

    private void talk(Call call) {
        page.sees("in-call");
        JavaPhone.until("talking", () -> call.state() instanceof CallState.Talking);
        page.seesAndHears();
        java.sees();
    }

    private void knowEachOther() {
        page.seesColour(FakeMedia.Colour.BLUE);
        hearsTone(page);
        javaSeesAndHears(java, page);
    }

    private void endedBoth(Call call, EndSide side) {
        page.seesEnd("hangup");
        CallState.Ended ended = JavaPhone.ended(call);
        assertThat(ended.reason()).isEqualTo(EndReason.HANGUP);
        assertThat(ended.side()).isEqualTo(side);
        assertThat(ended.talked()).isPositive();
        page.sees("talked");
        long shown = Long.parseLong(page.at("talked").getAttribute("data-ms"));
        assertThat(ended.talked().toMillis()).isEqualTo(shown);
    }

    @Test
    void java_calls_the_page_answers_and_java_hangs_up() {
        Call call = javaCalls();
        knowEachOther();
        JavaPhone.done(call.hangUp());
        endedBoth(call, EndSide.LOCAL);
    }

    @Test
    void the_page_calls_java_answers_and_the_page_hangs_up() {
        Call call = pageCalls();
        knowEachOther();
        page.click("hang-up");
        endedBoth(call, EndSide.REMOTE);
    }

    @Test
    void camera_and_mute_of_java_reach_the_page() {
        Call call = pageCalls();
        JavaPhone.done(call.setCamera(false));
        page.until("standstill of the picture", stats -> stats.framesPerSecond() == 0);
        page.hears();
        JavaPhone.done(call.setCamera(true));
        page.seesAndHears();
        page.seesColour(FakeMedia.Colour.BLUE);
        page.seesNo("remote-muted");
        call.setMuted(true);
        page.sees("remote-muted");
        Silence.on(page);
        call.setMuted(false);
        page.seesNo("remote-muted");
        page.hears();
    }

    @Test
    void camera_and_mute_of_the_page_reach_java() {
        Call call = javaCalls();
        page.click("camera");
        JavaPhone.until("word of the camera", () -> !call.remote().video());
        java.seesNothing();
        page.click("camera");
        JavaPhone.until("word of the camera", () -> call.remote().video());
        java.sees();
        JavaPhone.until("sound", () -> java.ear().loudness() > QUIET);
        page.click("mute");
        JavaPhone.until("word of the mute", () -> !call.remote().audio());
        JavaPhone.until("silence", () -> java.ear().loudness() < QUIET / 10);
        page.click("mute");
        JavaPhone.until("word of the mute", () -> call.remote().audio());
        JavaPhone.until("sound", () -> java.ear().loudness() > QUIET);
    }
}
