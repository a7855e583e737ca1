// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame;

/// How a sleeping device of the invitee is to be woken: the JSON object as the inviter sent it, at most 4096 bytes.
public record OfflinePushInfo(String json) {}
