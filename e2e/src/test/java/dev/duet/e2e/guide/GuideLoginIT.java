// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Step 1 of a call.
class GuideLoginIT extends TwoGuidePages {
    private static final String LOGIN = "async ([user, sig]) => (await guide.login(user, sig)).code";

    @Test
    void login_with_a_ticket_from_the_apps_server() {
        GuidePage alice = prepared();
        assertThat(alice.run(LOGIN, new String[] {"alice", server().ticket("alice", Duration.ofHours(1))}))
                .isEqualTo(0);
        assertThat(alice.run("() => sdk.ImSDKPlugin.imManager.getLoginStatus().data"))
                .isEqualTo(1);
    }

    @Test
    void login_with_a_ticket_that_has_run_out_says_70001_once_and_a_new_one_gets_in() {
        GuidePage alice = prepared();
        assertThat(alice.run(LOGIN, new String[] {"alice", server().ticket("alice", Duration.ofSeconds(-1))}))
                .isIn(6206, 70001);
        assertThat(alice.printed().getLast()).startsWith("IM Login Error: ");
        assertThat(alice.run(LOGIN, new String[] {"alice", server().ticket("alice", Duration.ofHours(1))}))
                .isEqualTo(0);
        assertThat(alice.printed().stream().filter(line -> line.startsWith("IM Login Error")))
                .hasSize(1);
    }

    @Test
    void login_with_a_ticket_of_somebody_else_surfaces() {
        GuidePage alice = prepared();
        assertThat(alice.run(LOGIN, new String[] {"alice", server().ticket("bob", Duration.ofHours(1))}))
                .isEqualTo(70013);
        alice.prints("IM Login Error: 70013, ");
    }

    @Test
    void logout_ends_the_login() {
        GuidePage alice = redPage().as("alice");
        assertThat(alice.run("async () => (await guide.logout()).code")).isEqualTo(0);
        alice.prints("IM Logout Success");
        assertThat(alice.run("() => sdk.ImSDKPlugin.imManager.getLoginStatus().data"))
                .isEqualTo(3);
        assertThat(
                        alice.run(
                                "async () => (await sdk.ImSDKPlugin.imManager.getSignalingManager().invite({ invitee: 'bob', data: '' })).code"))
                .isEqualTo(6014);
    }

    private GuidePage prepared() {
        GuidePage alice = redPage();
        alice.run("() => page.fetchTicket('alice')");
        alice.run("() => guide.initIm(page.account.sdkAppId)");
        return alice;
    }
}
