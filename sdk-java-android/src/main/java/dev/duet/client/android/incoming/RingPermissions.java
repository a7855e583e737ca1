// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.Manifest;
import android.app.NotificationManager;
import android.content.Context;
import android.content.pm.PackageManager;
import android.os.Build;
import dev.duet.client.android.ring.Presentation;
import java.util.ArrayList;
import java.util.List;

/// What the phone allows the app about calls.
public final class RingPermissions {
    private static final String POST_NOTIFICATIONS = "android.permission.POST_NOTIFICATIONS";
    private static final String USE_FULL_SCREEN_INTENT = "android.permission.USE_FULL_SCREEN_INTENT";

    private RingPermissions() {}

    /// What a call would ring better with: without POST_NOTIFICATIONS nothing is shown but the app itself,
    /// without USE_FULL_SCREEN_INTENT a locked phone shows a banner. The first is asked for as any permission;
    /// for the other there is a page in the settings (`ACTION_MANAGE_APP_USE_FULL_SCREEN_INTENT`).
    public static List<String> missing(Context context) {
        List<String> missing = new ArrayList<>(2);
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU && !has(context, POST_NOTIFICATIONS)) {
            missing.add(POST_NOTIFICATIONS);
        }
        if (!fullScreen(context)) {
            missing.add(USE_FULL_SCREEN_INTENT);
        }
        return List.copyOf(missing);
    }

    static Presentation.Allowed allowed(Context context, boolean fullScreen) {
        return new Presentation.Allowed(
                has(context, Manifest.permission.MANAGE_OWN_CALLS),
                fullScreen,
                has(context, Manifest.permission.RECORD_AUDIO),
                has(context, Manifest.permission.CAMERA));
    }

    static boolean fullScreen(Context context) {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
            return context.getSystemService(NotificationManager.class).canUseFullScreenIntent();
        }
        return Build.VERSION.SDK_INT < Build.VERSION_CODES.Q || has(context, USE_FULL_SCREEN_INTENT);
    }

    static boolean has(Context context, String permission) {
        return context.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED;
    }
}
