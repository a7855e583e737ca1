// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

/// What must happen in the demonstration, in about this order.
public enum Moment {
    ALICE_ONLINE("alice is not logged in"),
    BOB_ONLINE("bob is not logged in"),
    RINGING("bob's device does not ring"),
    ACCEPTED("the call is not accepted"),
    ALICE_TALKS("alice is not in the room"),
    BOB_TALKS("bob is not in the room"),
    ALICE_HEARS("alice hears nothing"),
    BOB_HEARS("bob hears nothing"),
    ALICE_SEES("alice sees nothing"),
    BOB_SEES("bob sees nothing"),
    ALICE_ENDED("the call is not over for alice"),
    BOB_ENDED("the call is not over for bob"),
    RECORDED("the server has made no record of the call");

    private final String missing;

    Moment(String missing) {
        this.missing = missing;
    }

    /// What is said when it does not come.
    public String missing() {
        return missing;
    }
}
