// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.file;

import java.util.Locale;

/// The first line of a YUV4MPEG2 file.
///
/// @param width in pixels
/// @param height in pixels
record Y4mHeader(int width, int height, int rateNumerator, int rateDenominator) {
    private static final String MAGIC = "YUV4MPEG2";
    private static final int MAX_SIDE = 8192;

    double framesPerSecond() {
        return (double) rateNumerator / rateDenominator;
    }

    String line() {
        return MAGIC + " W" + width + " H" + height + " F" + rateNumerator + ":" + rateDenominator
                + " Ip A1:1 C420jpeg\n";
    }

    /// @throws IllegalArgumentException with the sentence that says why
    static Y4mHeader parse(String line) {
        String[] words = line.split(" ", -1);
        if (!words[0].equals(MAGIC)) {
            throw new IllegalArgumentException("it is no y4m file, which begins with " + MAGIC + ".");
        }
        Y4mHeader header = new Y4mHeader(0, 0, 30, 1);
        for (int i = 1; i < words.length; i++) {
            header = header.with(words[i]);
        }
        return header.checked();
    }

    private Y4mHeader with(String word) {
        String value = word.isEmpty() ? "" : word.substring(1);
        return switch (word.isEmpty() ? ' ' : word.charAt(0)) {
            case 'W' -> new Y4mHeader(number(value), height, rateNumerator, rateDenominator);
            case 'H' -> new Y4mHeader(width, number(value), rateNumerator, rateDenominator);
            case 'F' -> rate(value);
            case 'C' -> colours(value);
            case 'I' -> interlacing(value);
            default -> this;
        };
    }

    private Y4mHeader rate(String value) {
        String[] parts = value.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("its frame rate F" + value + " is no fraction.");
        }
        return new Y4mHeader(width, height, number(parts[0]), number(parts[1]));
    }

    private Y4mHeader colours(String value) {
        if (!value.toLowerCase(Locale.ROOT).startsWith("420") || value.contains("p1")) {
            throw new IllegalArgumentException(
                    "its colours are C" + value + ", only 8 bits in 4:2:0 are read (ffmpeg -pix_fmt yuv420p).");
        }
        return this;
    }

    private Y4mHeader interlacing(String value) {
        if (!value.equals("p") && !value.equals("?")) {
            throw new IllegalArgumentException("it is interlaced (I" + value + ").");
        }
        return this;
    }

    private static int number(String digits) {
        if (!digits.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("its header has " + digits + " where a number belongs.");
        }
        return Integer.parseInt(digits);
    }

    private Y4mHeader checked() {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "its pictures are " + width + "x" + height + ", each side must be 1 to " + MAX_SIDE + ".");
        }
        double rate = rateDenominator == 0 ? 0 : framesPerSecond();
        if (rate < 1 || rate > 240) {
            throw new IllegalArgumentException(
                    "its rate is " + rateNumerator + ":" + rateDenominator + ", must be 1 to 240 frames a second.");
        }
        return this;
    }
}
