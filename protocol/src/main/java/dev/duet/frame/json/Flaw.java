// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;

/// A refusal on its way from the member that earns it to the reader of the frame; it never leaves this package.
/// Broken frames arrive as fast as a sender likes, so it carries no stack trace.
final class Flaw extends Exception {
    private final transient Refusal refusal;

    Flaw(ErrorCode code, String message) {
        super(message, null, false, false);
        this.refusal = new Refusal(code, message);
    }

    Refusal refusal() {
        return refusal;
    }
}
