// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.course.RoomCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an engine answers on a thread of its own, as a result on the session's thread.
public final class Landing {
    private Landing() {}

    /// The answer, or a refusal with -3301 when it failed.
    ///
    /// @param what was asked for, as the beginning of a sentence
    @SuppressWarnings("FutureReturnValueIgnored")
    public static <T> CompletableFuture<Result<T>> of(
            RoomWire wire, CompletableFuture<? extends @Nullable T> future, String what) {
        CompletableFuture<Result<T>> landed = new CompletableFuture<>();
        future.whenComplete((value, failure) -> wire.run(
                () -> landed.complete(failure == null ? new Result<>(0, "ok", value) : failed(what, failure))));
        return landed;
    }

    /// Goes on with an answer. A bug in the code is reported as an uncaught exception, since nobody waits for it.
    @SuppressWarnings("FutureReturnValueIgnored")
    public static <T> void then(CompletableFuture<T> future, Consumer<? super T> code) {
        future.thenAccept(code).whenComplete((done, bug) -> {
            if (bug != null) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
            }
        });
    }

    /// Lets something happen whose outcome changes nothing here.
    public static void letBe(CompletableFuture<?> future) {
        then(future, outcome -> {});
    }

    static <T> Result<T> failed(String what, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return Result.refused(RoomCode.ENTER_ROOM_FAILED, what + " failed: " + cause.getMessage());
    }
}
