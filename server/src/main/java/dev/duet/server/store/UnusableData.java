// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.store;

/// A data folder the server does not start with; the message is one sentence that says what to do.
public final class UnusableData extends Exception {
    private final String sentence;

    public UnusableData(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
