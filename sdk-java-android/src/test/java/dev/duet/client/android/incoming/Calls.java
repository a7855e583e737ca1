// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

import android.content.Context;
import android.content.Intent;
import dev.duet.client.android.ring.IncomingCall;

/// An app that remembers what it was told last.
final class Calls implements IncomingCalls {
    String told = "";

    @Override
    public Intent screen(Context context, IncomingCall call) {
        return new Intent("test.CALL").setPackage(context.getPackageName());
    }

    @Override
    public void accept(IncomingCall call) {
        told = "accept " + call.caller();
    }

    @Override
    public void decline(IncomingCall call) {
        told = "decline " + call.caller();
    }

    @Override
    public void hangUp(IncomingCall call) {
        told = "hang up " + call.caller();
    }

    @Override
    public void missed(IncomingCall call) {
        told = "missed " + call.caller();
    }
}
