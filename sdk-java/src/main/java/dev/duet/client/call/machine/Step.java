// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import java.util.List;

/// What comes of one input.
public record Step(Stage stage, List<CallEffect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }
}
