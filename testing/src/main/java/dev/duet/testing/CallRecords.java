// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.ledger.CallRecord;
import dev.duet.call.ledger.Ledger;
import dev.duet.id.AppId;
import dev.duet.server.exchange.Journal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The record of each call, as the server makes it when the call is over.
public final class CallRecords implements Journal {
    /// Of the server's deciding thread alone.
    private final Ledger ledger = new Ledger();

    private final BlockingQueue<CallRecord> over = new LinkedBlockingQueue<>();

    @Override
    public void note(AppId app, CallEvent event) {
        ledger.note(event).ifPresent(over::add);
    }

    /// Waits for the next call to be over.
    ///
    /// @throws AssertionError when none is within 10 s
    public CallRecord next() {
        return Patience.poll(over, "no call was over");
    }
}
