// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.socket.Address;
import dev.duet.client.socket.Tickets;
import dev.duet.id.AppId;
import dev.duet.id.UserId;
import java.net.URI;

/// Who signs in, and where.
///
/// @param tickets fetches a fresh UserSig from your own backend; asked at login, and again when one has expired
/// @param deviceName for people
public record Account(URI server, AppId sdkAppId, UserId userId, Tickets tickets, String deviceName) {
    /// A user of a server given by its origin, as `https://calls.example.org`.
    ///
    /// @throws IllegalArgumentException when the server is no origin, or an id is none
    public static Account of(String server, long sdkAppId, String userId, Tickets tickets) {
        URI address = Address.ofServer(server)
                .orElseThrow(
                        () -> new IllegalArgumentException("server must be an origin, as https://calls.example.org"));
        return new Account(address, new AppId(sdkAppId), new UserId(userId), tickets, "");
    }

    public Account withDeviceName(String name) {
        return new Account(server, sdkAppId, userId, tickets, name);
    }
}
