// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.error.Refusal;
import org.jspecify.annotations.Nullable;

/// The one answer to one request.
public sealed interface Ack {

    /// The request was carried out.
    record Done(RequestId id, Result result) implements Ack {}

    /// The request was not carried out; `id` is null when the frame was too broken to read it.
    record Refused(@Nullable RequestId id, Refusal refusal) implements Ack {}
}
