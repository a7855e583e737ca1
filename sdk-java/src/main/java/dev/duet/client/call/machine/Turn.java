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
import org.jspecify.annotations.Nullable;

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

    /// The server's count is the same on both sides; nothing is to be counted of a call that was not talked in.
    Step counted(Stage.Ended ended, CallEvent.Counted counted) {
        boolean same = ended.end().talked().isZero() || ended.end().talked().equals(counted.talked());
        return same ? stay() : to(lasting(ended, counted.talked()));
    }

    private static Stage lasting(Stage.Ended ended, Duration talked) {
        CallState.Ended end = ended.end();
        return new Stage.Ended(new CallState.Ended(end.reason(), end.side(), end.code(), end.message(), talked));
    }

    /// An end, with the length of the call as the server counted it, if it did.
    Step counting(@Nullable Duration talked, Step over) {
        return talked != null && stage instanceof Stage.Talking && over.stage() instanceof Stage.Ended ended
                ? new Step(lasting(ended, talked), over.effects())
                : over;
    }

    Instant since(@Nullable Instant said) {
        return said == null ? now : said;
    }

    Instant wordDue() {
        return now.plus(WORD);
    }

    boolean isDue(Stage.Waiting waiting) {
        return !now.isBefore(waiting.until());
    }
}
