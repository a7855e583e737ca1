// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.frame.IceServer;
import dev.duet.frame.RequestId;
import java.time.Instant;
import java.util.List;

/// What must be done, in this order.
public sealed interface SessionEffect {
    record AskTicket() implements SessionEffect {}

    record Connect(int socket) implements SessionEffect {}

    record CloseSocket(int socket) implements SessionEffect {}

    record Send(int socket, String text) implements SessionEffect {
        /// Without the text, which may hold a ticket.
        @Override
        public String toString() {
            return "Send[socket=" + socket + ']';
        }
    }

    /// Sends a last word, and closes the socket once the server has answered it or closed, or has not for a while.
    record Part(int socket, RequestId id, String text) implements SessionEffect {}

    record Settle(long token, Result<dev.duet.frame.Result> result) implements SessionEffect {}

    /// The login that `SignIn` asked for has come to an end; or, after a reconnection, here is what it says now.
    record SignedIn(Result<Greeting> result) implements SessionEffect {}

    record Notify(Notice notice) implements SessionEffect {}

    /// An attempt to be online came to nothing; another follows.
    record AttemptFailed(Result<Void> why) implements SessionEffect {}

    /// A frame was dropped because it is not what the wire promises.
    record Garbage(String why) implements SessionEffect {}

    /// What a login answer says besides what was missed.
    record Greeting(Instant serverTime, List<IceServer> iceServers) {
        public Greeting {
            iceServers = List.copyOf(iceServers);
        }
    }
}
