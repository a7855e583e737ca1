// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.route;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which way the sound of a call takes: what was plugged in last, else what the app asked for, else the first of
/// an order. One owner; it says what to do and never does it.
public final class Routing {
    private static final List<Route> PLUGGED = List.of(Route.BLUETOOTH, Route.WIRED, Route.SOUND_CARD);

    private final Set<Route> there = EnumSet.noneOf(Route.class);
    /// Refused by the system, until it comes anew.
    private final Set<Route> refused = EnumSet.noneOf(Route.class);

    private boolean loud;
    private Route asked = Route.UNKNOWN;
    private Route current = Route.UNKNOWN;

    /// With nothing plugged in.
    ///
    /// @param loud the loudspeaker comes before the earpiece, as for video
    public Routing(boolean loud) {
        this.loud = loud;
    }

    public Route current() {
        return current;
    }

    /// These are there now. Something new that was plugged in takes over, whatever the app asked for before.
    ///
    /// @return the way to take from now on
    public Route available(Set<Route> now) {
        for (Route each : now) {
            if (!there.contains(each) && each.isPluggedIn()) {
                asked = each;
            }
        }
        refused.retainAll(now);
        there.clear();
        there.addAll(now);
        return choose();
    }

    /// The app asks for a way; [Route#UNKNOWN] leaves it to the order again. One that is not there is not taken,
    /// nor remembered.
    public Route ask(Route wanted) {
        if (wanted == Route.UNKNOWN || there.contains(wanted)) {
            refused.remove(wanted);
            asked = wanted;
        }
        return choose();
    }

    /// From voice to video or back.
    public Route loud(boolean now) {
        loud = now;
        return choose();
    }

    /// The system does not take this way: the next in order.
    public Route refuse(Route route) {
        refused.add(route);
        return choose();
    }

    private Route choose() {
        if (isOpen(asked)) {
            current = asked;
            return current;
        }
        if (!there.contains(asked)) {
            asked = Route.UNKNOWN;
        }
        current = inOrder();
        return current;
    }

    private Route inOrder() {
        for (Route each : PLUGGED) {
            if (isOpen(each)) {
                return each;
            }
        }
        Route first = loud ? Route.SPEAKER : Route.EARPIECE;
        Route second = loud ? Route.EARPIECE : Route.SPEAKER;
        if (isOpen(first)) {
            return first;
        }
        return isOpen(second) ? second : Route.UNKNOWN;
    }

    private boolean isOpen(Route route) {
        return there.contains(route) && !refused.contains(route);
    }
}
