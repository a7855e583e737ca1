// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

/// The moments of one side.
public record Marks(Moment online, Moment talks, Moment hears, Moment sees, Moment ended) {
    public static final Marks ALICE = new Marks(
            Moment.ALICE_ONLINE, Moment.ALICE_TALKS, Moment.ALICE_HEARS, Moment.ALICE_SEES, Moment.ALICE_ENDED);
    public static final Marks BOB =
            new Marks(Moment.BOB_ONLINE, Moment.BOB_TALKS, Moment.BOB_HEARS, Moment.BOB_SEES, Moment.BOB_ENDED);
}
