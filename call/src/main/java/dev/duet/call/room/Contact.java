// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import java.time.Instant;

/// Whether a user in a room is heard from on one of its two ways, the socket and the media.
public sealed interface Contact {

    record Alive() implements Contact {}

    record Silent(Instant since) implements Contact {}
}
