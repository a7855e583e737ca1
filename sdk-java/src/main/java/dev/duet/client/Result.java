// SPDX-License-Identifier: Apache-2.0
package dev.duet.client;

import org.jspecify.annotations.Nullable;

/// The answer to anything that can be refused: `code` 0 is success, any other code is one of the documented numbers and
/// `desc` an English sentence. A refusal is a value; nothing throws for it. `data` is null when there is none.
public record Result<T>(int code, String desc, @Nullable T data) {
    private static final String OK = "ok";

    public static Result<Void> done() {
        return new Result<>(Code.OK, OK, null);
    }

    public static <T> Result<T> done(T data) {
        return new Result<>(Code.OK, OK, data);
    }

    public static <T> Result<T> refused(int code, String desc) {
        return new Result<>(code, desc, null);
    }

    public boolean isOk() {
        return code == Code.OK;
    }

    /// Without the data, as an answer that never has any, or as a refusal of something else.
    public <U> Result<U> bare() {
        return new Result<>(code, desc, null);
    }
}
