// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.line;

import dev.duet.call.ledger.CallEvent;
import dev.duet.frame.Ack;
import dev.duet.frame.ServerEvent;
import dev.duet.id.LoginId;

/// What goes out to devices and into the record of calls, in the order it is said.
public interface Wire {

    void reply(LoginId login, Ack ack);

    void deliver(LoginId login, ServerEvent event);

    void journal(CallEvent event);
}
