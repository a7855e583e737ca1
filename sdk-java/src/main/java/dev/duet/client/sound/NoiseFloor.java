// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.sound;

/// What a room sounds like when nobody speaks; rises slowly and falls at once.
///
/// @param level 0 to 1
public record NoiseFloor(double level) {
    public static final NoiseFloor QUIET = new NoiseFloor(0.003);

    /// A voice stands this far above the noise.
    private static final double ABOVE = 3;
    /// Below this nothing is a voice, however quiet the room.
    private static final double FAINTEST = 0.008;

    private static final double RISE = 0.05;

    /// Whether what was heard is a voice, and the noise known from now on.
    public record Heard(boolean speaks, NoiseFloor next) {}

    public Heard hear(double heard) {
        boolean speaks = heard > FAINTEST && heard > level * ABOVE;
        double rise = speaks ? RISE / 5 : RISE;
        return new Heard(speaks, new NoiseFloor(heard < level ? heard : level + (heard - level) * rise));
    }
}
