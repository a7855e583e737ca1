// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.frame.Device;
import dev.duet.id.AppId;
import dev.duet.id.UserId;

/// Who logs in, where, and on what.
public record Identity(AppId sdkAppId, UserId userId, Device device) {}
