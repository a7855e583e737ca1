// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

import dev.duet.id.DeviceId;

/// A device as it names itself at login; `name` is for people, at most 64 characters.
public record Device(DeviceId id, Platform platform, String name) {}
