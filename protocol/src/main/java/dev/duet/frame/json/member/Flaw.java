// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.member;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;

/// A refusal on its way from the member that earns it to the reader of the frame; it never leaves the packages of
/// `frame.json`.
/// Broken frames arrive as fast as a sender likes, so it carries no stack trace.
public final class Flaw extends Exception {
    private final transient Refusal refusal;

    public Flaw(ErrorCode code, String message) {
        super(message, null, false, false);
        this.refusal = new Refusal(code, message);
    }

    public Refusal refusal() {
        return refusal;
    }
}
