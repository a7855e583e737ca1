// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.invitation;

import dev.duet.id.DeviceKey;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;

/// Who does something to an invitation: a device, through one of its logins.
public record Actor(DeviceKey device, LoginId login) {

    public UserId user() {
        return device.user();
    }

    /// Whether this is the same device on another login: it may be asking again because the answer was lost with its
    /// socket.
    boolean returnedAs(Actor other) {
        return device.equals(other.device) && !login.equals(other.login);
    }
}
