// SPDX-License-Identifier: Apache-2.0
package dev.duet.error;

/// A request that is not carried out: the code, and one English sentence that says what to do. Never holds a secret.
public record Refusal(ErrorCode code, String message) {

    /// The refusal with the code's own meaning as its sentence.
    public static Refusal of(ErrorCode code) {
        return new Refusal(code, code.meaning());
    }
}
