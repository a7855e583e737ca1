// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import dev.duet.frame.ClientRequest;
import dev.duet.frame.InvitationInfo;

/// What can happen to a session. Sockets are numbered from 1, so that word of an old one is told from that of the
/// current.
public sealed interface SessionInput {
    /// `renewable`: somebody can be asked for another ticket when this one has expired.
    record SignIn(Identity identity, boolean renewable) implements SessionInput {}

    record SignOut() implements SessionInput {}

    /// The answer to [SessionEffect.AskTicket], or a newer ticket for the next login.
    record Ticket(String userSig) implements SessionInput {
        /// Without the ticket: whoever reads a log line must not be able to sign in with it.
        @Override
        public String toString() {
            return "Ticket[]";
        }
    }

    record TicketFailed(String why) implements SessionInput {}

    record Renewable(boolean renewable) implements SessionInput {}

    record SocketOpened(int socket) implements SessionInput {}

    /// `code` is 0 when the network broke without one.
    record SocketLost(int socket, int code) implements SessionInput {}

    record FrameArrived(int socket, String text) implements SessionInput {}

    /// The one who asks is answered by this token.
    record Ask(long token, ClientRequest request) implements SessionInput {}

    /// The network is another one, came back or went: look at once.
    record NetworkChanged() implements SessionInput {}

    /// An invitation that was learned elsewhere, as from a push.
    record Heard(InvitationInfo invitation) implements SessionInput {}

    /// The time that [ClientSession#wakeAt] named has come.
    record Wake() implements SessionInput {}
}
