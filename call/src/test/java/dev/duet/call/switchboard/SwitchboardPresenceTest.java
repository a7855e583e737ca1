// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.error.ErrorCode;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.ClientRequest.SubscribeUserStatus;
import dev.duet.frame.ClientRequest.UnsubscribeUserStatus;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.ServerEvent.UserStatusChanged;
import dev.duet.frame.UserStatus;
import dev.duet.frame.UserStatus.Presence;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who can be reached, through the switchboard.
final class SwitchboardPresenceTest {
    private final Scenario scenario = new Scenario();
    private final Phone alice = scenario.phone("alice", "a1");
    private final Phone bob = scenario.phone("bob", "b1");

    @Test
    void a_status_says_how_the_last_device_went() {
        Phone bob2 = scenario.phone("bob", "b2");
        assertThat(statusOf("bob")).isEqualTo(Presence.ONLINE);
        assertThat(statusOf("nobody")).isEqualTo(Presence.LOGGED_OUT);

        bob.does(new ClientRequest.Logout());
        assertThat(statusOf("bob")).isEqualTo(Presence.ONLINE);
        bob2.losesSocket();
        assertThat(statusOf("bob")).isEqualTo(Presence.OFFLINE);

        bob.logIn();
        assertThat(statusOf("bob")).isEqualTo(Presence.ONLINE);
        bob.does(new ClientRequest.Logout());
        assertThat(statusOf("bob")).isEqualTo(Presence.LOGGED_OUT);

        bob.logIn();
        scenario.handle(new Command.KickUser(bob.user, KickReason.REST_API));
        assertThat(statusOf("bob")).isEqualTo(Presence.LOGGED_OUT);
    }

    @Test
    void each_user_asked_about_is_answered_once_in_order() {
        assertThat(ask("carol", "bob", "carol", "alice"))
                .extracting(UserStatus::userId)
                .containsExactly(new UserId("carol"), bob.user, alice.user);
    }

    @Test
    void a_subscriber_hears_each_change_once() {
        subscribe(alice, "bob");
        Phone bob2 = scenario.phone("bob", "b2");
        bob2.losesSocket();
        assertThat(alice.news()).isEmpty();

        bob.losesSocket();
        bob.logIn();
        bob.does(new ClientRequest.Logout());

        assertThat(alice.news())
                .containsExactly(
                        changed("bob", Presence.OFFLINE, ""),
                        changed("bob", Presence.ONLINE, ""),
                        changed("bob", Presence.LOGGED_OUT, ""));
    }

    @Test
    void a_device_that_logs_in_on_another_socket_is_no_news() {
        subscribe(alice, "bob");

        bob.logIn();

        assertThat(alice.news()).isEmpty();
    }

    @Test
    void the_answer_to_a_login_goes_out_before_anybody_hears_of_it() {
        bob.losesSocket();
        subscribe(alice, "bob");
        scenario.effects.clear();

        bob.logIn();

        assertThat(scenario.effects.getFirst()).isInstanceOf(Effect.Reply.class);
        assertThat(alice.news()).hasSize(1);
    }

    @Test
    void what_a_user_says_of_itself_reaches_subscribers_and_its_other_devices() {
        Phone bob2 = scenario.phone("bob", "b2");
        subscribe(alice, "bob");

        bob.does(new ClientRequest.SetSelfStatus("In a meeting"));
        bob.does(new ClientRequest.SetSelfStatus("In a meeting"));

        UserStatusChanged expected = changed("bob", Presence.ONLINE, "In a meeting");
        assertThat(alice.news()).containsExactly(expected);
        assertThat(bob2.news()).containsExactly(expected);
        assertThat(bob.news()).isEmpty();
        assertThat(ask("bob")).containsExactly(expected.statuses().getFirst());

        bob.does(new ClientRequest.SetSelfStatus(""));
        assertThat(alice.news()).containsExactly(changed("bob", Presence.ONLINE, ""));
    }

    @Test
    void what_a_user_says_of_itself_goes_with_its_last_device() {
        bob.does(new ClientRequest.SetSelfStatus("In a meeting"));
        bob.losesSocket();
        subscribe(alice, "bob");

        bob.logIn();

        assertThat(alice.news()).containsExactly(changed("bob", Presence.ONLINE, ""));
    }

    @Test
    void a_subscription_ends_when_asked_and_with_the_login() {
        subscribe(alice, "bob", "carol", "dave");
        alice.does(new UnsubscribeUserStatus(List.of(new UserId("bob"), new UserId("stranger"))));
        assertThat(scenario.switchboard.census().subscriptions()).isEqualTo(2);
        alice.does(new UnsubscribeUserStatus(List.of()));
        assertThat(scenario.switchboard.census().subscriptions()).isZero();
        bob.losesSocket();
        assertThat(alice.news()).isEmpty();

        subscribe(alice, "bob");
        alice.logIn();
        assertThat(scenario.switchboard.census().subscriptions()).isZero();
        bob.logIn();
        assertThat(alice.news()).isEmpty();

        subscribe(alice, "bob");
        alice.losesSocket();
        assertThat(scenario.switchboard.census().subscriptions()).isZero();
    }

    @Test
    void nobody_subscribes_to_oneself() {
        assertThat(alice.refusedFor(new SubscribeUserStatus(List.of(bob.user, alice.user))))
                .isEqualTo(ErrorCode.INVALID_PARAMETERS);
        assertThat(scenario.switchboard.census().subscriptions()).isZero();
    }

    @Test
    void a_login_watches_a_thousand_users_and_all_or_none_of_a_request_counts() {
        for (int i = 0; i < 10; i++) {
            subscribe(alice, users(i * 100, 100));
        }
        assertThat(alice.refusedFor(new SubscribeUserStatus(List.of(new UserId("u999"), new UserId("u1000")))))
                .isEqualTo(ErrorCode.INVALID_PARAMETERS);

        subscribe(alice, "u0", "u999");
        alice.does(new UnsubscribeUserStatus(List.of(new UserId("u0"))));
        subscribe(alice, "u1000");
        assertThat(scenario.switchboard.census().subscriptions()).isEqualTo(1000);
    }

    @Test
    void each_kind_of_request_has_its_own_limit_of_twenty_in_five_seconds() {
        for (int i = 0; i < 20; i++) {
            ask("bob");
            subscribe(alice, "bob");
            alice.does(new UnsubscribeUserStatus(List.of()));
            alice.does(new ClientRequest.SetSelfStatus("" + i));
        }
        assertThat(alice.refusedFor(new ClientRequest.GetUserStatus(List.of(bob.user))))
                .isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        assertThat(alice.refusedFor(new SubscribeUserStatus(List.of(bob.user)))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        assertThat(alice.refusedFor(new UnsubscribeUserStatus(List.of()))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);
        assertThat(alice.refusedFor(new ClientRequest.SetSelfStatus("x"))).isEqualTo(ErrorCode.FREQUENCY_LIMIT);

        scenario.pass(Duration.ofSeconds(5));
        for (int i = 0; i < 20; i++) {
            ask("bob");
        }
    }

    private List<UserStatus> ask(String... users) {
        Ack answer = alice.asks(new ClientRequest.GetUserStatus(ids(users)));
        return ((Result.Statuses) ((Ack.Done) answer).result()).statuses();
    }

    private Presence statusOf(String user) {
        return ask(user).getFirst().presence();
    }

    private static void subscribe(Phone phone, String... users) {
        phone.does(new SubscribeUserStatus(ids(users)));
    }

    private static List<UserId> ids(String... users) {
        return Stream.of(users).map(UserId::new).toList();
    }

    private static String[] users(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "u" + i).toArray(String[]::new);
    }

    private static UserStatusChanged changed(String user, Presence presence, String saying) {
        return new ServerEvent.UserStatusChanged(List.of(new UserStatus(new UserId(user), presence, saying)));
    }
}
