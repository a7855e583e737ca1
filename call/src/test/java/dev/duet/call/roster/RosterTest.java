// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.frame.Device;
import dev.duet.frame.Platform;
import dev.duet.id.DeviceId;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RosterTest {
    private final Roster roster = new Roster(LoginPolicy.uniform(2));

    @Test
    void the_oldest_of_a_platform_goes_when_one_too_many_comes() {
        Session first = session("l1", "d1", Platform.WEB);
        Session second = session("l2", "d2", Platform.WEB);
        Session third = session("l3", "d3", Platform.WEB);
        roster.admit(first);
        roster.admit(second);

        assertThat(roster.admit(third)).isEqualTo(new Admission(List.of(), List.of(first)));
        assertThat(roster.of(third.user())).containsExactly(second, third);
        assertThat(roster.find(first.login())).isEmpty();
    }

    @Test
    void platforms_are_counted_apart_and_users_too() {
        roster.admit(session("l1", "d1", Platform.WEB));
        roster.admit(session("l2", "d2", Platform.WEB));

        assertThat(roster.admit(session("l3", "d3", Platform.IOS)).kicked()).isEmpty();
        Session other =
                new Session(new LoginId("l4"), new UserId("bob"), new Device(new DeviceId("d1"), Platform.WEB, ""));
        assertThat(roster.admit(other)).isEqualTo(new Admission(List.of(), List.of()));
    }

    @Test
    void a_device_that_comes_again_replaces_itself_and_kicks_nobody() {
        Session first = session("l1", "d1", Platform.WEB);
        roster.admit(first);
        roster.admit(session("l2", "d2", Platform.WEB));

        assertThat(roster.admit(session("l3", "d1", Platform.WEB))).isEqualTo(new Admission(List.of(first), List.of()));
        assertThat(roster.size()).isEqualTo(2);
    }

    @Test
    void the_last_login_of_a_user_leaves_nothing_behind() {
        Session only = session("l1", "d1", Platform.WEB);
        roster.admit(only);

        assertThat(roster.remove(only.login())).contains(only);
        assertThat(roster.remove(only.login())).isEmpty();
        assertThat(roster.of(only.user())).isEmpty();
        assertThat(roster.size()).isZero();
    }

    @Test
    void a_login_is_never_used_twice() {
        roster.admit(session("l1", "d1", Platform.WEB));

        assertThatThrownBy(() -> roster.admit(session("l1", "d2", Platform.WEB)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_generous_policy_is_ten_browsers_and_three_of_each_other() {
        assertThat(LoginPolicy.GENEROUS.instancesOn(Platform.WEB)).isEqualTo(10);
        assertThat(LoginPolicy.GENEROUS.instancesOn(Platform.IOS)).isEqualTo(3);
        assertThat(LoginPolicy.ONE_PER_PLATFORM.instancesOn(Platform.WEB)).isEqualTo(1);
        assertThatThrownBy(() -> new LoginPolicy(Map.of(Platform.WEB, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Session session(String login, String device, Platform platform) {
        return new Session(new LoginId(login), new UserId("alice"), new Device(new DeviceId(device), platform, ""));
    }
}
