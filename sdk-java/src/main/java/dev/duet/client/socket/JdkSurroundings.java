// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// This JVM: one HTTP client and one thread for all sessions in it, however many users they are of. Its threads are
/// daemons.
public final class JdkSurroundings implements Surroundings {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /// Of the HTTP client, which resolves names and shakes hands there.
    private static final int HELPING_THREADS = 4;

    private static final class Holder {
        static final JdkSurroundings SHARED = new JdkSurroundings();
    }

    private final ScheduledThreadPoolExecutor lane = new ScheduledThreadPoolExecutor(1, daemons("duet-sessions"));
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).executor(helpers()).build();

    private JdkSurroundings() {
        lane.setRemoveOnCancelPolicy(true);
    }

    /// The one of this JVM.
    public static JdkSurroundings shared() {
        return Holder.SHARED;
    }

    private static Executor helpers() {
        ThreadPoolExecutor helpers = new ThreadPoolExecutor(
                HELPING_THREADS,
                HELPING_THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons("duet-http"));
        helpers.allowCoreThreadTimeOut(true);
        return helpers;
    }

    private static ThreadFactory daemons(String name) {
        return code -> {
            Thread thread = new Thread(code, name);
            thread.setDaemon(true);
            return thread;
        };
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
        return JdkLine.open(http, address, this::run, events);
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
