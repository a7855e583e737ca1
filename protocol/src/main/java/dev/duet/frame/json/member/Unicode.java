// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.member;

/// Text measured as UTF-8 will carry it.
public final class Unicode {
    private static final int MAX_UTF8_BYTES_PER_CHAR = 3;

    private Unicode() {}

    /// Whether the text takes at most `max` bytes; a lone surrogate counts as three.
    public static boolean fits(String text, int max) {
        if (text.length() > max) {
            return false;
        }
        return text.length() <= max / MAX_UTF8_BYTES_PER_CHAR || bytes(text) <= max;
    }

    /// Whether each surrogate is one of a pair; only then has the text a UTF-8 form (RFC 3629 section 3).
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isSurrogate(c) && Character.charCount(text.codePointAt(i)) == 2) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
