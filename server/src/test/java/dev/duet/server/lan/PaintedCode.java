// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;

/// A QR code that was printed to a terminal, as a camera sees it.
public final class PaintedCode {
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    /// Pixels along the side of a module.
    private static final int SCALE = 4;

    private PaintedCode() {}

    /// What it says.
    public static String scan(String text) throws ReaderException {
        List<String> lines = text.lines()
                .filter(line -> line.contains("\u001b[38;5;16;48;5;231m"))
                .map(line -> line.replaceAll("^ *\u001b\\[38;5;16;48;5;231m|\u001b\\[0m$", ""))
                .toList();
        int width = lines.getFirst().length() * SCALE;
        int height = lines.size() * 2 * SCALE;
        int[] pixels = new int[width * height];
        Arrays.setAll(pixels, at -> colour(lines, at % width / SCALE, at / width / SCALE));
        RGBLuminanceSource seen = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                .getText();
    }

    private static int colour(List<String> lines, int column, int row) {
        boolean upper = row % 2 == 0;
        return switch (lines.get(row / 2).charAt(column)) {
            case '█' -> BLACK;
            case '▀' -> upper ? BLACK : WHITE;
            case '▄' -> upper ? WHITE : BLACK;
            case ' ' -> WHITE;
            default -> throw new AssertionError("a stranger in line " + row / 2);
        };
    }
}
