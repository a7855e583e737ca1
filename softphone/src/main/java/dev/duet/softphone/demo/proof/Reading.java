// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.picture.Pixels;
import java.util.Arrays;
import java.util.Comparator;

/// What is seen in one frame: the colour of most of it, and where in its middle row something white stands.
///
/// @param bar the column of its middle; -1 for none
public record Reading(Colour ground, int bar) {
    private static final Colour WHITE = new Colour(255, 255, 255);
    private static final double WHITISH = 100;
    /// A bar is a sixteenth of the width; what is much wider is no bar.
    private static final int NARROW = 8;

    public static Reading of(VideoFrame frame) {
        Colour[] row = new Colour[frame.width()];
        Arrays.setAll(row, column -> Pixels.at(frame, column, frame.height() / 2));
        Colour[] sorted = row.clone();
        Arrays.sort(sorted, Comparator.comparingInt(Colour::y));
        return new Reading(sorted[row.length / 2], bar(row));
    }

    private static int bar(Colour[] row) {
        int count = 0;
        long sum = 0;
        for (int column = 0; column < row.length; column++) {
            if (row[column].distance(WHITE) < WHITISH) {
                count++;
                sum += column;
            }
        }
        return count < 2 || count > row.length / NARROW ? -1 : (int) (sum / count);
    }
}
