// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.id.UserId;

/// Who wants to know how the media of rooms fares. Called on a media thread: a call must not block.
public interface MediaListener {
    /// Media can flow between the server and this user; called again when a lost user comes back.
    void connected(RoomKey room, UserId user);

    /// Nothing proves any more that the user's client is there, or it never came.
    ///
    /// @param why a reason for logs and diagnosis, without personal data
    void lost(RoomKey room, UserId user, String why);

    /// The raw figures of one user's connection, every two seconds while it is connected.
    void quality(RoomKey room, UserId user, QualityReport report);
}
