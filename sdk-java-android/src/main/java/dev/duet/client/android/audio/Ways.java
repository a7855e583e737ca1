// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.audio;

import dev.duet.client.android.route.Route;
import java.util.Set;

/// The ways of sound as the system has them.
interface Ways {
    Set<Route> available();

    /// Whether the system takes it.
    boolean take(Route route);

    /// The system's own choice again.
    void letGo();
}
