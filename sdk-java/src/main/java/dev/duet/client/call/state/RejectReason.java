// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// Why an incoming call is declined: unwillingness, or another call.
public enum RejectReason {
    ACTIVE,
    BUSY
}
