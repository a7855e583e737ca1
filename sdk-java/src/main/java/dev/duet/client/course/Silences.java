// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.id.UserId;
import java.util.List;

/// Of whom nothing came although it should have. A flow that is only beginning may have missed one interval; who
/// missed two is silent.
public final class Silences {
    private List<UserId> quiet = List.of();

    /// Those who are silent now.
    ///
    /// @param awaited of whom something should be coming
    public List<UserId> look(LinkFigures figures, List<UserId> awaited) {
        List<UserId> before = quiet;
        quiet = figures.received() == 0 && figures.begun() ? List.copyOf(awaited) : List.of();
        return quiet.stream().filter(before::contains).toList();
    }

    public void forget() {
        quiet = List.of();
    }
}
