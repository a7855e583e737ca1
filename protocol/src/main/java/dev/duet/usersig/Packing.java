// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The envelope of a ticket: zlib (RFC 1950), then base64 in which `+ / =` are spelled `* - _`.
final class Packing {
    /// Real tickets hold less than 1 KiB; the rest is room, the limit stops a bomb.
    private static final int MAX_JSON_BYTES = 8192;

    /// Stored without compression, the longest JSON takes this much base64.
    private static final int MAX_TEXT_CHARS = 11_000;

    private Packing() {}

    static String pack(String json) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(json.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] chunk = new byte[512];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return Base64.getEncoder()
                    .encodeToString(packed.toByteArray())
                    .replace('+', '*')
                    .replace('/', '-')
                    .replace('=', '_');
        } finally {
            deflater.end();
        }
    }

    static String unpack(String ticket) throws Unreadable {
        return text(inflate(bytes(ticket)));
    }

    private static byte[] bytes(String ticket) throws Unreadable {
        if (ticket.length() > MAX_TEXT_CHARS) {
            throw new Unreadable("it is longer than " + MAX_TEXT_CHARS + " characters");
        }
        if (ticket.chars().anyMatch(c -> c == '+' || c == '/' || c == '=')) {
            throw new Unreadable("it is in plain base64; `+ / =` must be written `* - _`");
        }
        String base64 = ticket.replace('*', '+').replace('-', '/').replace('_', '=');
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable("it is not base64 with `* - _` for `+ / =`; was it cut or changed on its way?");
        }
        throw new Unreadable("its base64 is cut or its padding is gone; send it as it was made");
    }

    private static byte[] inflate(byte[] packed) throws Unreadable {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] json = new byte[MAX_JSON_BYTES + 1];
            int length = inflater.inflate(json);
            if (length > MAX_JSON_BYTES) {
                throw new Unreadable("it unpacks to more than " + MAX_JSON_BYTES + " bytes");
            }
            if (!inflater.finished()) {
                throw new Unreadable("its zlib data is cut");
            }
            if (inflater.getRemaining() > 0) {
                throw new Unreadable("something follows its zlib data");
            }
            return Arrays.copyOf(json, length);
        } catch (DataFormatException malformed) {
            throw new Unreadable("it holds no zlib data, or damaged ones");
        } finally {
            inflater.end();
        }
    }

    private static String text(byte[] json) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Unreadable("its JSON is not UTF-8");
        }
    }
}
