// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

/// A node that does not start; the message is one sentence that says what to do.
public final class CannotStart extends Exception {
    private final String sentence;

    CannotStart(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
