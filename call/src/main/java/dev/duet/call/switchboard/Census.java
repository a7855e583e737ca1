// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

/// How much a switchboard holds, for gauges and for tests of its bounds.
public record Census(
        int logins,
        int ringing,
        int remembered,
        int rooms,
        int occupants,
        int connecting,
        int solos,
        int subscriptions,
        int alarms) {}
