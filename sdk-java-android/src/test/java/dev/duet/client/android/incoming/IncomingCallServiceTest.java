// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import android.Manifest;
import android.app.Application;
import android.app.Notification;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Intent;
import dev.duet.client.android.ring.IncomingCall;
import dev.duet.client.android.ring.Presentation;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import org.robolectric.android.controller.ServiceController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLooper;
import org.robolectric.shadows.ShadowPendingIntent;
import org.robolectric.shadows.ShadowService;

@RunWith(RobolectricTestRunner.class)
@Config(sdk = 34)
public class IncomingCallServiceTest {
    private static final String EXT =
            "{\"entity\":{\"content\":\"{\\\"cmdInfo\\\":{\\\"callType\\\":\\\"videoCall\\\"}}\","
                    + "\"sender\":\"alice\",\"nickname\":\"Alice\"}}";

    private final Application app = RuntimeEnvironment.getApplication();
    private final NotificationManager notifications = app.getSystemService(NotificationManager.class);
    private final Calls calls = new Calls();
    private boolean fullScreen = true;
    private @Nullable ServiceController<IncomingCallService> controller;

    @Before
    public void the_app_has_what_docs_android_md_asks_for() {
        Shadows.shadowOf(app)
                .grantPermissions(
                        Manifest.permission.MANAGE_OWN_CALLS,
                        Manifest.permission.VIBRATE,
                        Manifest.permission.POST_NOTIFICATIONS,
                        Manifest.permission.RECORD_AUDIO,
                        Manifest.permission.CAMERA);
        IncomingCallService.answerWith(app, calls, Clock.systemUTC(), () -> fullScreen);
    }

    @After
    public void the_service_ends() {
        IncomingCallService.over("i1");
        IncomingCallService.over("i2");
    }

    private static Map<String, String> push(String inviteID) {
        long expireAt = Clock.systemUTC().millis() + 30_000;
        return Map.of("type", "call", "inviteID", inviteID, "ext", EXT, "expireAt", String.valueOf(expireAt));
    }

    /// Starts the service if somebody asked for it, as Android would.
    private ShadowService started() {
        Intent asked = Shadows.shadowOf(app).getNextStartedService();
        assertThat(asked).as("the service was asked for").isNotNull();
        assertThat(Objects.requireNonNull(asked.getComponent()).getClassName())
                .isEqualTo(IncomingCallService.class.getName());
        controller = Robolectric.buildService(IncomingCallService.class, asked)
                .create()
                .startCommand(0, 1);
        return Shadows.shadowOf(service());
    }

    private IncomingCallService service() {
        return Objects.requireNonNull(controller).get();
    }

    private ShadowService ringing() {
        assertThat(IncomingCallService.pushed(push("i1"))).isTrue();
        return started();
    }

    private void press(PendingIntent button) {
        ShadowPendingIntent pressed = Shadows.shadowOf(button);
        assertThat(pressed.isService()).isTrue();
        service().onStartCommand(pressed.getSavedIntent(), 0, 2);
    }

    @Test
    public void a_push_rings_in_the_foreground_on_a_locked_screen_with_both_buttons() {
        ShadowService service = ringing();
        Notification shown = service.getLastForegroundNotification();
        assertThat(shown.fullScreenIntent).isNotNull();
        assertThat(shown.category).isEqualTo(Notification.CATEGORY_CALL);
        assertThat(shown.getChannelId()).isEqualTo(CallNotification.CHANNEL);
        assertThat(shown.visibility).isEqualTo(Notification.VISIBILITY_PUBLIC);
        assertThat(shown.extras.getString(Notification.EXTRA_TITLE)).isEqualTo("Alice");
        assertThat(shown.extras.getString(Notification.EXTRA_TEXT)).isEqualTo("Incoming video call");
        assertThat(answerButton(shown)).isNotNull();
        assertThat(declineButton(shown)).isNotNull();
        assertThat(service().getForegroundServiceType()).isEqualTo(Presentation.PHONE_CALL);
        assertThat(notifications
                        .getNotificationChannel(CallNotification.CHANNEL)
                        .getImportance())
                .isEqualTo(NotificationManager.IMPORTANCE_HIGH);
    }

    private static PendingIntent answerButton(Notification shown) {
        return Objects.requireNonNull(
                shown.extras.getParcelable(Notification.EXTRA_ANSWER_INTENT, PendingIntent.class));
    }

    private static PendingIntent declineButton(Notification shown) {
        return Objects.requireNonNull(
                shown.extras.getParcelable(Notification.EXTRA_DECLINE_INTENT, PendingIntent.class));
    }

    @Test
    public void accepting_opens_the_apps_screen_and_reaches_the_call() {
        ShadowService service = ringing();
        ShadowPendingIntent pressed = Shadows.shadowOf(answerButton(service.getLastForegroundNotification()));
        assertThat(pressed.isActivity())
                .as("from API 31 on a service may open no screen")
                .isTrue();
        IncomingCallService.opened(pressed.getSavedIntent());
        assertThat(calls.told).isEqualTo("accept alice");
        Notification talking = service.getLastForegroundNotification();
        assertThat(talking.extras.getParcelable(Notification.EXTRA_HANG_UP_INTENT, PendingIntent.class))
                .isNotNull();
        assertThat(service().getForegroundServiceType())
                .isEqualTo(Presentation.PHONE_CALL | Presentation.MICROPHONE | Presentation.CAMERA);
    }

    @Test
    public void opening_the_screen_without_the_button_accepts_nothing() {
        ShadowService service = ringing();
        ShadowPendingIntent screen = Shadows.shadowOf(service.getLastForegroundNotification().fullScreenIntent);
        IncomingCallService.opened(screen.getSavedIntent());
        assertThat(calls.told).isEmpty();
    }

    @Test
    public void declining_reaches_the_call_and_takes_the_notification_away() {
        ShadowService service = ringing();
        press(declineButton(service.getLastForegroundNotification()));
        assertThat(calls.told).isEqualTo("decline alice");
        gone(service);
    }

    @Test
    public void hanging_up_reaches_the_call_and_takes_the_notification_away() {
        ShadowService service = ringing();
        IncomingCallService.joined("i1");
        press(Objects.requireNonNull(service.getLastForegroundNotification()
                .extras
                .getParcelable(Notification.EXTRA_HANG_UP_INTENT, PendingIntent.class)));
        assertThat(calls.told).isEqualTo("hang up alice");
        gone(service);
    }

    private static void gone(ShadowService service) {
        assertThat(service.isForegroundStopped()).isTrue();
        assertThat(service.isStoppedBySelf()).isTrue();
    }

    @Test
    public void it_stops_with_the_invitations_time() {
        HandClock clock = new HandClock();
        IncomingCallService.answerWith(app, calls, clock, () -> fullScreen);
        IncomingCallService.rings(
                new IncomingCall("i1", "alice", "", false, clock.instant().plusSeconds(30), ""));
        ShadowService service = started();
        clock.pass(Duration.ofSeconds(29));
        ShadowLooper.idleMainLooper(29, TimeUnit.SECONDS);
        assertThat(service.isStoppedBySelf()).isFalse();
        clock.pass(Duration.ofSeconds(2));
        ShadowLooper.idleMainLooper(2, TimeUnit.SECONDS);
        gone(service);
        assertThat(calls.told).isEqualTo("missed alice");
    }

    @Test
    public void it_stops_when_the_call_was_answered_elsewhere_or_cancelled() {
        ShadowService service = ringing();
        IncomingCallService.over("i1");
        gone(service);
        assertThat(calls.told).isEqualTo("missed alice");
    }

    @Test
    public void a_push_may_take_it_back() {
        ShadowService service = ringing();
        assertThat(IncomingCallService.pushed(Map.of("type", "cancel", "inviteID", "i1")))
                .isTrue();
        gone(service);
        IncomingCallService.pushed(push("i1"));
        assertThat(Shadows.shadowOf(app).getNextStartedService())
                .as("a late push")
                .isNull();
    }

    @Test
    public void what_the_socket_tells_after_the_push_is_the_same_call() {
        ShadowService service = ringing();
        IncomingCallService.rings(new IncomingCall(
                "i1", "alice", "Alice A.", true, Clock.systemUTC().instant().plusSeconds(60), ""));
        assertThat(service.getLastForegroundNotification().extras.getString(Notification.EXTRA_TITLE))
                .isEqualTo("Alice A.");
        assertThat(Shadows.shadowOf(app).getNextStartedService()).isNull();
    }

    @Test
    public void without_leave_for_the_full_screen_it_is_a_banner_with_both_buttons() {
        fullScreen = false;
        Notification shown = ringing().getLastForegroundNotification();
        assertThat(shown.fullScreenIntent).isNull();
        assertThat(answerButton(shown)).isNotNull();
        assertThat(RingPermissions.missing(app)).containsExactly(Manifest.permission.USE_FULL_SCREEN_INTENT);
    }

    @Test
    public void without_own_calls_in_the_manifest_it_rings_as_a_short_service() {
        Shadows.shadowOf(app).denyPermissions(Manifest.permission.MANAGE_OWN_CALLS);
        ringing();
        assertThat(service().getForegroundServiceType()).isEqualTo(Presentation.SHORT);
    }

    @Test
    public void without_leave_for_notifications_it_rings_all_the_same_and_says_what_is_missing() {
        Shadows.shadowOf(app).denyPermissions(Manifest.permission.POST_NOTIFICATIONS);
        assertThat(ringing().getLastForegroundNotification()).isNotNull();
        assertThat(RingPermissions.missing(app)).contains(Manifest.permission.POST_NOTIFICATIONS);
    }

    @Test
    public void a_call_without_a_name_is_from_somebody() {
        IncomingCallService.pushed(Map.of("type", "call", "inviteID", "i2"));
        assertThat(started().getLastForegroundNotification().extras.getString(Notification.EXTRA_TITLE))
                .isEqualTo("Unknown caller");
    }

    @Test
    public void where_android_knows_no_calls_the_buttons_are_plain_actions() {
        IncomingCall call =
                new IncomingCall("i1", "alice", "", false, Clock.systemUTC().instant(), "");
        Notification shown = new CallNotification(app, calls).ringing(call, new Presentation(0, true, false));
        assertThat(shown.fullScreenIntent).isNotNull();
        assertThat(shown.actions).extracting(each -> each.title.toString()).containsExactly("Decline", "Accept");
    }

    @Test
    public void a_push_of_something_else_is_left_to_the_app() {
        assertThat(IncomingCallService.pushed(Map.of("type", "news"))).isFalse();
        assertThat(Shadows.shadowOf(app).getNextStartedService()).isNull();
    }
}
