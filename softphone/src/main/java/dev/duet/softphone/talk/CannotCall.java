// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.talk;

/// Why a command ends without having done its work; the message is one sentence for people.
public final class CannotCall extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public CannotCall(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
