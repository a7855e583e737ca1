// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.machine;

import java.util.List;
import java.util.Optional;

/// What an answer must have before libwebrtc gets it: one that it takes in part spoils the connection for ever.
public final class AnswerCheck {
    private static final int MOST_CHARACTERS = 64 * 1024;

    private AnswerCheck() {}

    /// What is wrong with an answer to this offer.
    public static Optional<String> flaw(String offer, String answer) {
        if (answer.length() > MOST_CHARACTERS || !answer.startsWith("v=0")) {
            return Optional.of("it is no SDP.");
        }
        List<String> offered = kinds(offer);
        List<String> answered = kinds(answer);
        if (!offered.equals(answered)) {
            return Optional.of("it answers the sections " + answered + ", the offer has " + offered + ".");
        }
        List<String> setups =
                answer.lines().filter(line -> line.startsWith("a=setup:")).toList();
        if (setups.isEmpty() || !setups.stream().allMatch(AnswerCheck::decided)) {
            return Optional.of("it must say a=setup:passive or active.");
        }
        boolean secure = answer.lines().anyMatch(line -> line.startsWith("a=fingerprint:"))
                && answer.lines().anyMatch(line -> line.startsWith("a=ice-ufrag:"))
                && answer.lines().anyMatch(line -> line.startsWith("a=ice-pwd:"));
        return secure ? Optional.empty() : Optional.of("it lacks a fingerprint or ICE credentials.");
    }

    private static boolean decided(String setup) {
        return setup.equals("a=setup:passive") || setup.equals("a=setup:active");
    }

    /// `audio` and `video`, in order.
    private static List<String> kinds(String sdp) {
        return sdp.lines()
                .filter(line -> line.startsWith("m="))
                .map(line -> line.substring(2).split(" ", 2)[0])
                .toList();
    }
}
