// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// The calls of one app: who is logged in, what rings, who is in which room. It decides everything and does nothing:
/// whoever owns it carries out the effects, in order, before the next command.
public final class Switchboard {
    public Switchboard(AppPolicy policy, RandomGenerator random) {}

    /// What follows from a command at this time.
    public List<Effect> handle(Command command, Instant now) {
        return List.of();
    }

    /// What follows from time alone.
    public List<Effect> wake(Instant now) {
        return List.of();
    }

    /// How much it holds now.
    public Census census() {
        return new Census(0, 0, 0, 0, 0, 0, 0);
    }
}
