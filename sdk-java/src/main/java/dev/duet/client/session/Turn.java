// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.frame.ServerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One input being handled: when, and what follows from it so far.
final class Turn {
    private final Moment at;
    private final List<SessionEffect> effects = new ArrayList<>(2);

    Turn(Moment at) {
        this.at = at;
    }

    Instant now() {
        return at.now();
    }

    double chance() {
        return at.chance();
    }

    void add(SessionEffect effect) {
        effects.add(effect);
    }

    void settle(OpenRequest open, Result<dev.duet.frame.Result> result) {
        add(new SessionEffect.Settle(open.token(), result));
    }

    void settleAll(Desk desk, int code, String desc) {
        desk.waiting.forEach(open -> settle(open, Result.refused(code, desc)));
        desk.waiting.clear();
    }

    void tell(ServerEvent event) {
        add(new SessionEffect.Notify(new Notice.Told(event)));
    }

    List<SessionEffect> effects() {
        return effects;
    }
}
