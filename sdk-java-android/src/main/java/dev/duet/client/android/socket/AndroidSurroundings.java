// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.socket;

import dev.duet.client.socket.Surroundings;
import dev.duet.frame.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/// This phone: OkHttp's sockets, since Android has no `java.net.http`, and one thread for all sessions of the app.
///
/// ```java
/// Handset handset = new Handset(mainThread, installationId, AndroidSurroundings.shared());
/// ```
public final class AndroidSurroundings implements Surroundings {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final class Holder {
        static final AndroidSurroundings SHARED = new AndroidSurroundings(new OkHttpClient());
    }

    private final ScheduledThreadPoolExecutor lane = new ScheduledThreadPoolExecutor(1, code -> {
        Thread thread = new Thread(code, "duet-sessions");
        thread.setDaemon(true);
        return thread;
    });
    private final OkHttpClient http;

    /// With a client of the app's, for its proxy, certificates or DNS. Its threads are shared.
    public AndroidSurroundings(OkHttpClient http) {
        this.http = http.newBuilder()
                .connectTimeout(CONNECT)
                // The session looks after a silent socket itself.
                .readTimeout(Duration.ZERO)
                .build();
        lane.setRemoveOnCancelPolicy(true);
    }

    /// The one of this app.
    public static AndroidSurroundings shared() {
        return Holder.SHARED;
    }

    @Override
    public Platform platform() {
        return Platform.ANDROID;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public Line open(URI address, LineEvents events) {
        return OkLine.open(http, address, this::run, events);
    }

    @Override
    public Runnable wake(Instant at, Runnable code) {
        long millis = Math.max(0, Duration.between(Instant.now(), at).toMillis() + 1);
        Future<?> alarm = lane.schedule(() -> guarded(code), millis, TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public void run(Runnable code) {
        lane.execute(() -> guarded(code));
    }

    /// A bug in one session must not end the thread of all.
    private static void guarded(Runnable code) {
        try {
            code.run();
        } catch (RuntimeException bug) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
        }
    }
}
