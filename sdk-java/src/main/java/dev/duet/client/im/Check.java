// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Code;
import dev.duet.client.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Parameters of the app, each judged by name; the first that is not what it has to be is told.
final class Check {
    /// Of an invitation, by the wire.
    static final int LARGEST_DATA_BYTES = 12_288;

    private static final long LONGEST_RING_SECONDS = 86_400;

    private @Nullable Result<Void> wrong;

    private Check require(boolean fits, String name, String is) {
        if (wrong == null && !fits) {
            wrong = Result.refused(Code.INVALID_PARAMETERS, name + " must be " + is + '.');
        }
        return this;
    }

    Check text(String name, @Nullable String value) {
        return require(isText(value), name, "a string");
    }

    Check someText(String name, @Nullable String value) {
        return require(isText(value) && !Objects.equals(value, ""), name, "a string that is not empty");
    }

    Check timeout(long seconds) {
        return require(
                seconds >= 0 && seconds <= LONGEST_RING_SECONDS,
                "timeout",
                "an integer from 0 to " + LONGEST_RING_SECONDS);
    }

    Check number(String name, long value, long from, long to) {
        return require(value >= from && value <= to, name, "an integer from " + from + " to " + to);
    }

    Check texts(String name, @Nullable List<String> values, int from, int to) {
        boolean fits = values != null
                && values.size() >= from
                && values.size() <= to
                && values.stream().allMatch(each -> isText(each) && !Objects.equals(each, ""));
        return require(fits, name, "a list of " + from + " to " + to + " strings");
    }

    Check that(boolean fits, String name, String is) {
        return require(fits, name, is);
    }

    /// `data` must fit the wire, too.
    Check data(@Nullable String data) {
        text("data", data);
        if (wrong == null && bytes(data) > LARGEST_DATA_BYTES) {
            wrong = Result.refused(Code.DATA_TOO_LARGE, "data must be at most " + LARGEST_DATA_BYTES + " bytes.");
        }
        return this;
    }

    Optional<Result<Void>> refusal() {
        return Optional.ofNullable(wrong);
    }

    static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Half a surrogate pair has no UTF-8 form, and a server refuses the whole frame for it.
    static boolean isText(@Nullable String value) {
        return value != null && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }
}
