// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import dev.duet.id.DeviceKey;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;

/// A device on one of its logins.
record Doer(DeviceKey device, LoginId login) {
    UserId user() {
        return device.user();
    }
}
