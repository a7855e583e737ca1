// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;

/// Whether a ticket is good, and why not, in one sentence.
public sealed interface Verdict {

    /// One sentence for the person who looks for a fault.
    String sentence();

    record Accepted(UserSig ticket) implements Verdict {
        @Override
        public String sentence() {
            return "The ticket is good for user " + ticket.userId() + " of app " + ticket.sdkAppId() + " until "
                    + ticket.lastSecond() + ".";
        }
    }

    record Rejected(ErrorCode code, String sentence) implements Verdict {
        public Refusal refusal() {
            return new Refusal(code, sentence);
        }
    }
}
