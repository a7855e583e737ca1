// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Timers by the time they are due: a binary heap whose entries know their place, so that moving one allocates nothing.
public final class Deadlines {
    private static final int FIRST_CAPACITY = 64;
    private static final int OUTSIDE = -1;

    /// One timer; due at most once per [#schedule].
    public static final class Timer {
        private final Runnable action;
        private int place = OUTSIDE;
        private long at;

        public Timer(Runnable action) {
            this.action = action;
        }
    }

    private @Nullable Timer[] heap = new Timer[FIRST_CAPACITY];
    private int size;

    /// Lets a timer be due at this time, or earlier if it already is.
    public void schedule(Timer timer, long atNanos) {
        if (timer.place == OUTSIDE) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            timer.at = atNanos;
            timer.place = size++;
            up(timer);
        } else if (atNanos < timer.at) {
            timer.at = atNanos;
            up(timer);
        }
    }

    public void cancel(Timer timer) {
        if (timer.place != OUTSIDE) {
            remove(timer);
        }
    }

    /// The time of the first timer, or `Long.MAX_VALUE`.
    long nextAt() {
        return size == 0 ? Long.MAX_VALUE : at(0).at;
    }

    /// Runs what is due; an action may schedule its own timer again, and if that is due at once it runs with the next
    /// call.
    void run(long nowNanos) {
        for (int turns = size; turns > 0 && size > 0 && at(0).at <= nowNanos; turns--) {
            Timer due = at(0);
            remove(due);
            due.action.run();
        }
    }

    private void remove(Timer timer) {
        int hole = timer.place;
        timer.place = OUTSIDE;
        Timer last = at(--size);
        heap[size] = null;
        if (last != timer) {
            last.place = hole;
            heap[hole] = last;
            up(last);
            down(last);
        }
    }

    private void up(Timer timer) {
        int place = timer.place;
        while (place > 0) {
            Timer parent = at((place - 1) / 2);
            if (parent.at <= timer.at) {
                break;
            }
            put(parent, place);
            place = (place - 1) / 2;
        }
        put(timer, place);
    }

    private void down(Timer timer) {
        int place = timer.place;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && at(child + 1).at < at(child).at) {
                child++;
            }
            if (timer.at <= at(child).at) {
                break;
            }
            put(at(child), place);
            place = child;
        }
        put(timer, place);
    }

    private void put(Timer timer, int place) {
        heap[place] = timer;
        timer.place = place;
    }

    private Timer at(int place) {
        Timer timer = heap[place];
        if (timer == null) {
            throw new IllegalStateException("the heap has a hole");
        }
        return timer;
    }
}
