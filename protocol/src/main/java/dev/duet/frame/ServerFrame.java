// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import org.jspecify.annotations.Nullable;

/// What a client reads from its socket: the answer to one of its requests, or an event.
public sealed interface ServerFrame {

    record Answer(Ack ack) implements ServerFrame {}

    /// The answer to a request that was not carried out, for a reason that this version has no word for: a newer
    /// server's,
    /// or the app's own. `id` is null when the frame was too broken to read it.
    record Unlisted(@Nullable RequestId id, int code, String message) implements ServerFrame {}

    record Told(ServerEvent event) implements ServerFrame {}
}
