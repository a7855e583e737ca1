// SPDX-License-Identifier: Apache-2.0
package dev.duet.id;

/// One device of one user of an app: the same installation signed in as two users is two devices.
public record DeviceKey(UserId user, DeviceId device) {}
