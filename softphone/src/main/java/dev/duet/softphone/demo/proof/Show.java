// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

import dev.duet.client.media.picture.Colour;

/// What one side shows and plays: a picture of one colour, over which a white bar moves, and a tone.
public record Show(Colour colour, int hertz) {
    public static final Show ALICE = new Show(new Colour(200, 30, 30), 440);
    public static final Show BOB = new Show(new Colour(30, 30, 200), 660);

    public static final int WIDTH = 320;
    public static final int HEIGHT = 240;
    public static final int FRAMES_PER_SECOND = 20;
    /// In which the bar crosses the picture once.
    public static final int SECONDS = 2;
}
