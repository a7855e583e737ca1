// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.socket;

import java.util.concurrent.CompletionStage;

/// Who gives tickets to a session, on the app's executor; a failure or null counts as none.
@FunctionalInterface
public interface Tickets {
    CompletionStage<String> next();
}
