// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in for devices, in one line.
///
/// @param testPicture it is sent, for want of a camera
/// @param tone it is sent, for want of a microphone
/// @param deaf there is no loudspeaker
public record Equipment(boolean testPicture, boolean tone, boolean deaf) {

    /// Nothing when nothing is missing.
    public Optional<String> line() {
        List<String> said = new ArrayList<>();
        add(said, testPicture, "no camera: a test picture is sent");
        add(said, tone, "no microphone: a tone is sent");
        add(said, deaf, "no loudspeaker: what comes is measured, not played");
        return said.isEmpty() ? Optional.empty() : Optional.of("This machine has " + String.join("; ", said) + ".");
    }

    private static void add(List<String> said, boolean is, String what) {
        if (is) {
            said.add(what);
        }
    }
}
