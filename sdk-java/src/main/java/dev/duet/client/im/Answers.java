// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Code;
import dev.duet.client.Result;
import java.util.concurrent.CompletableFuture;

/// Answers that several methods give.
final class Answers {
    static final Result<Void> NOT_INITIALIZED = Result.refused(Code.SDK_NOT_INITIALIZED, "Call initSDK first.");
    static final Result<Void> NOT_LOGGED_IN = Result.refused(Code.NOT_LOGGED_IN, "You are not signed in.");

    private Answers() {}

    static <T> CompletableFuture<Result<T>> now(Result<T> result) {
        return CompletableFuture.completedFuture(result);
    }

    /// The wire's own numbers, as the guide has them.
    static <T> Result<T> forPeople(Result<T> result) {
        int code = switch (result.code()) {
            case Code.WRONG_PARAMS -> Code.INVALID_PARAMETERS;
            case Code.NO_SUCH_METHOD -> Code.NOT_SUPPORTED_HERE;
            default -> result.code();
        };
        return new Result<>(code, result.desc(), result.data());
    }
}
