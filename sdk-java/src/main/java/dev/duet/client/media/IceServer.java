// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

import java.util.List;

/// A STUN or TURN server, as `login` names them.
///
/// @param urls such as `turn:turn.example.org:3478?transport=udp`
/// @param username empty for STUN
/// @param credential empty for STUN
public record IceServer(List<String> urls, String username, String credential) {
    public IceServer {
        urls = List.copyOf(urls);
    }

    /// Without the credential, which is a secret.
    @Override
    public String toString() {
        return "IceServer" + urls;
    }
}
