// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

/// What happens to calls that ring.
public sealed interface RingInput {
    /// A push or the socket tells of a call, the second time perhaps more.
    record Told(IncomingCall call) implements RingInput {}

    /// Cancelled, timed out, answered on another device, or hung up.
    record Over(String inviteID) implements RingInput {}

    /// The button of the notification, or the app's screen that it opened.
    record Accepted(String inviteID) implements RingInput {}

    /// Accepted without this package, as on the app's own screen.
    record Joined(String inviteID) implements RingInput {}

    record Declined(String inviteID) implements RingInput {}

    record HungUp(String inviteID) implements RingInput {}

    /// The person wants no more noise; the call goes on ringing for the eye.
    record Hushed() implements RingInput {}

    /// The time that was asked for has come, or a moment like any other.
    record Woken() implements RingInput {}
}
