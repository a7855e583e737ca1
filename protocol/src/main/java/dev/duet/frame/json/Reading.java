// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.RequestId;
import org.jspecify.annotations.Nullable;

/// What became of one text frame.
public sealed interface Reading<T> {

    /// The frame says this.
    record Understood<T>(T frame) implements Reading<T> {}

    /// The frame is not acted on; `id` is null when the frame was too broken to read it.
    record Broken<T>(@Nullable RequestId id, Refusal refusal) implements Reading<T> {

        /// What the sender of the frame is told.
        public Ack.Refused answer() {
            return new Ack.Refused(id, refusal);
        }
    }
}
