// SPDX-License-Identifier: Apache-2.0
package dev.duet.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Long random sequences of steps, played from the beginning; one that fails is cut down before it is shown. A step
/// must make sense wherever it stands, since others before it may be taken away.
public final class RandomSequences {
    /// Cutting down stops after this many replays; what is left by then is short enough to read.
    private static final int MOST_REPLAYS = 400;

    private RandomSequences() {}

    /// Plays `length` steps made from the seed.
    ///
    /// @param play plays all steps from a fresh start and throws when something is wrong
    /// @throws AssertionError with the seed and the shortest failing steps found
    public static <S> void check(long seed, int length, Function<RandomGenerator, S> step, Consumer<List<S>> play) {
        RandomGenerator random = new SplittableRandom(seed);
        List<S> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            steps.add(step.apply(random));
        }
        if (fails(steps, play)) {
            List<S> shortest = cutDown(shortestPrefix(steps, play), play);
            throw new AssertionError("seed " + seed + " fails with " + shortest, failure(shortest, play));
        }
    }

    private static <S> List<S> shortestPrefix(List<S> steps, Consumer<List<S>> play) {
        int passing = 0;
        int failing = steps.size();
        while (failing - passing > 1) {
            int middle = (passing + failing) / 2;
            if (fails(steps.subList(0, middle), play)) {
                failing = middle;
            } else {
                passing = middle;
            }
        }
        return steps.subList(0, failing);
    }

    private static <S> List<S> cutDown(List<S> failing, Consumer<List<S>> play) {
        List<S> steps = new ArrayList<>(failing);
        int replays = 0;
        for (int chunk = Math.max(1, steps.size() / 2); chunk > 0 && replays < MOST_REPLAYS; chunk /= 2) {
            for (int from = 0; from + chunk <= steps.size() && replays < MOST_REPLAYS; replays++) {
                List<S> fewer = new ArrayList<>(steps);
                fewer.subList(from, from + chunk).clear();
                if (fails(fewer, play)) {
                    steps = fewer;
                } else {
                    from += chunk;
                }
            }
        }
        return steps;
    }

    private static <S> boolean fails(List<S> steps, Consumer<List<S>> play) {
        return failure(steps, play) != null;
    }

    private static <S> @Nullable Throwable failure(List<S> steps, Consumer<List<S>> play) {
        try {
            play.accept(steps);
            return null;
        } catch (RuntimeException | AssertionError failure) {
            return failure;
        }
    }
}
