// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.config;

/// Settings the server does not start with; the message is one sentence for the person who wrote them.
public final class BadSettings extends Exception {
    private final String sentence;

    public BadSettings(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
