// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

/// The sound that came to one side.
///
/// @param loud how many chunks of 10 ms were not silent
/// @param pure how many of them were the tone that was expected and little else
/// @param pitch how high the latest of them was, in Hz; 0 for no tone at all
public record Heard(long loud, long pure, int pitch) {
    public static final Heard NOTHING = new Heard(0, 0, 0);
}
