// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.app.Person;
import android.content.Context;
import android.graphics.drawable.Icon;
import android.os.Build;
import dev.duet.client.android.ring.IncomingCall;
import dev.duet.client.android.ring.Presentation;

/// The notification of a call, and its channel.
final class CallNotification {
    static final String CHANNEL = "duet.calls";
    static final int ID = 0x44756574;

    private final Context context;
    private final IncomingCalls app;

    CallNotification(Context context, IncomingCalls app) {
        this.context = context;
        this.app = app;
    }

    /// Without a sound: the service rings by itself, and stops when the call is answered.
    void makeChannel() {
        NotificationChannel channel =
                new NotificationChannel(CHANNEL, app.texts().channel(), NotificationManager.IMPORTANCE_HIGH);
        channel.setSound(null, null);
        channel.enableVibration(false);
        channel.setLockscreenVisibility(Notification.VISIBILITY_PUBLIC);
        context.getSystemService(NotificationManager.class).createNotificationChannel(channel);
    }

    Notification ringing(IncomingCall call, Presentation how) {
        RingTexts texts = app.texts();
        PendingIntent accept = CallIntents.accept(context, app, call);
        PendingIntent decline = CallIntents.decline(context, call);
        Notification.Builder builder = begin(call).setContentText(call.video() ? texts.videoCall() : texts.voiceCall());
        if (how.fullScreen()) {
            builder.setFullScreenIntent(CallIntents.open(context, app, call), true);
        }
        if (how.callStyle() && Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) {
            return builder.setStyle(Notification.CallStyle.forIncomingCall(person(call), decline, accept)
                            .setIsVideo(call.video()))
                    .build();
        }
        return builder.addAction(action(texts.decline(), decline))
                .addAction(action(texts.accept(), accept))
                .build();
    }

    Notification talking(IncomingCall call, Presentation how) {
        RingTexts texts = app.texts();
        PendingIntent hangUp = CallIntents.hangUp(context, call);
        Notification.Builder builder =
                begin(call).setContentText(texts.talking()).setUsesChronometer(true);
        if (how.callStyle() && Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) {
            return builder.setStyle(Notification.CallStyle.forOngoingCall(person(call), hangUp))
                    .build();
        }
        return builder.addAction(action(texts.hangUp(), hangUp)).build();
    }

    private Notification.Builder begin(IncomingCall call) {
        return new Notification.Builder(context, CHANNEL)
                .setSmallIcon(android.R.drawable.sym_call_incoming)
                .setContentTitle(name(call))
                .setContentIntent(CallIntents.open(context, app, call))
                .setCategory(Notification.CATEGORY_CALL)
                .setVisibility(Notification.VISIBILITY_PUBLIC)
                .setOngoing(true)
                .setAutoCancel(false);
    }

    private Person person(IncomingCall call) {
        return new Person.Builder().setName(name(call)).setImportant(true).build();
    }

    private String name(IncomingCall call) {
        return call.label().isEmpty() ? app.texts().unknown() : call.label();
    }

    private Notification.Action action(String text, PendingIntent intent) {
        Icon icon = Icon.createWithResource(context, android.R.drawable.sym_action_call);
        return new Notification.Action.Builder(icon, text, intent).build();
    }
}
