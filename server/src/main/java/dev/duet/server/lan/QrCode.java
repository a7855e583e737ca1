// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A QR code in a terminal: two modules a character, one above the other.
public final class QrCode {
    /// ISO/IEC 18004 section 9.1: so many light modules around it.
    private static final int QUIET = 4;

    /// Black on white from the colour cube, which themes leave alone: a scanner wants dark on light on any terminal.
    private static final String COLOURS = "\u001b[38;5;16;48;5;231m";

    private static final String RESET = "\u001b[0m";

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("that is more than a QR code can hold", e);
        }
    }

    /// Its lines behind a margin of blanks, or empty when the terminal is narrower than they are.
    public Optional<String> lines(int margin, int columns) {
        return margin + width() > columns
                ? Optional.empty()
                : Optional.of(IntStream.range(0, (width() + 1) / 2)
                        .mapToObj(row -> " ".repeat(margin) + COLOURS + line(2 * row) + RESET + "\n")
                        .collect(Collectors.joining()));
    }

    private int width() {
        return modules.getWidth() + 2 * QUIET;
    }

    private String line(int upper) {
        return IntStream.range(0, width())
                .mapToObj(column -> character(isDark(column, upper), isDark(column, upper + 1)))
                .collect(Collectors.joining());
    }

    private static String character(boolean upper, boolean lower) {
        return upper ? (lower ? "█" : "▀") : lower ? "▄" : " ";
    }

    private boolean isDark(int column, int row) {
        int x = column - QUIET;
        int y = row - QUIET;
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
