// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A STUN or TURN server a client may use, as `RTCConfiguration.iceServers` of a browser takes it.
public record IceServer(
        List<String> urls,
        @Nullable String username,
        @Nullable String credential) {
    public IceServer {
        urls = List.copyOf(urls);
    }

    /// Without the credential, which opens the server.
    @Override
    public String toString() {
        return "IceServer[urls=" + urls + ']';
    }
}
