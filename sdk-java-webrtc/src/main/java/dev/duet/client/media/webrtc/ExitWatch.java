// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Lets the JVM exit though a connection was forgotten: the library's threads are no daemons, and would keep it alive.
///
/// Looks twice a second whether only those threads are left, and closes every connection then.
final class ExitWatch {
    private static final ExitWatch WATCH = new ExitWatch();
    /// What a JVM calls the thread that waits for the others, once `main` has returned.
    private static final String WAITING_TO_EXIT = "DestroyJavaVM";

    private final Set<Thread> nativeThreads = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> closers = ConcurrentHashMap.newKeySet();
    private boolean watching;

    /// Called on each thread of the library that comes to us.
    static void meet() {
        WATCH.nativeThreads.add(Thread.currentThread());
    }

    /// @param close ends a connection
    static void add(Runnable close) {
        WATCH.closers.add(close);
        WATCH.begin();
    }

    static void remove(Runnable close) {
        WATCH.closers.remove(close);
    }

    private synchronized void begin() {
        if (watching) {
            return;
        }
        watching = true;
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("duet-media-exit").factory());
        var unused = clock.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void look() {
        nativeThreads.removeIf(Predicate.not(Thread::isAlive));
        if (onlyTheLibraryIsLeft(threads(), nativeThreads)) {
            closers.forEach(Runnable::run);
        }
    }

    static boolean onlyTheLibraryIsLeft(Thread[] threads, Set<Thread> ofTheLibrary) {
        boolean mainEnded =
                Arrays.stream(threads).anyMatch(each -> each.getName().equals(WAITING_TO_EXIT));
        return mainEnded
                && Arrays.stream(threads)
                        .filter(each -> !each.isDaemon() && !each.getName().equals(WAITING_TO_EXIT))
                        .allMatch(ofTheLibrary::contains);
    }

    private static Thread[] threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] found = new Thread[root.activeCount() * 2 + 16];
        root.enumerate(found);
        return Arrays.stream(found).filter(Objects::nonNull).toArray(Thread[]::new);
    }
}
