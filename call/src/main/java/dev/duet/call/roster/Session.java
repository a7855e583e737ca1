// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.roster;

import dev.duet.frame.Device;
import dev.duet.id.DeviceKey;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;

/// A login with a socket.
public record Session(LoginId login, UserId user, Device device) {

    public DeviceKey key() {
        return new DeviceKey(user, device.id());
    }
}
