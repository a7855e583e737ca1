// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.machine;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.call.state.EndSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One input being handled: where the call stood, whose it is, and when.
record Turn(Stage stage, Parties parties, Instant now) {
    /// How long the server's word is awaited before the own wish counts.
    private static final Duration WORD = Duration.ofSeconds(2);

    Step stay() {
        return to(stage);
    }

    Step to(Stage next, CallEffect... effects) {
        return new Step(next, List.of(effects));
    }

    Step over(EndReason reason, EndSide side, CallEffect... effects) {
        return to(ended(reason, side, Code.OK, Sentences.of(reason, side, parties)), effects);
    }

    Step over(EndReason reason, EndSide side, Result<Void> why, CallEffect... effects) {
        return to(ended(reason, side, why.code(), why.desc()), effects);
    }

    private Stage ended(EndReason reason, EndSide side, int code, String message) {
        return new Stage.Ended(new CallState.Ended(reason, side, code, message, talked()));
    }

    private Duration talked() {
        return stage instanceof Stage.Talking talking && now.isAfter(talking.since())
                ? Duration.between(talking.since(), now)
                : Duration.ZERO;
    }

    Instant wordDue() {
        return now.plus(WORD);
    }

    boolean isDue(Stage.Waiting waiting) {
        return !now.isBefore(waiting.until());
    }
}
