// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The extension of a PrivateMapKey: which room its holder may enter until when, and what for.
///
/// ```
///  0        1            3            3+n       7+n         11+n         15+n          19+n           23+n     25+n
///
/// +--------+------------+------------+---------+-----------+------------+-------------+--------------+--------+----------+
///  | ver    | n          | account    | app id  | room no.  | expires at | privileges  | account type | m      | room
/// name|
///
/// +--------+------------+------------+---------+-----------+------------+-------------+--------------+--------+----------+
///  ver 0: room by number, ends at 23+n; ver 1: room by name. Big-endian. `expires at` in Unix seconds, unsigned.
/// ```
public record RoomPermit(AppId sdkAppId, UserId userId, RoomId room, long expiresAtSeconds, Set<Privilege> privileges) {
    private static final byte NUMBERED = 0;
    private static final byte NAMED = 1;
    private static final int ACCOUNT_TYPE = 0;
    private static final long UNSIGNED = 0xFFFF_FFFFL;
    private static final int FIXED_BYTES = 25;

    /// @throws IllegalArgumentException when the expiry does not fit 32 unsigned bits
    public RoomPermit {
        if (expiresAtSeconds < 0 || expiresAtSeconds > UNSIGNED) {
            throw new IllegalArgumentException("a room permit must end before the year 2106");
        }
        privileges = Set.copyOf(privileges);
    }

    public Instant expiresAt() {
        return Instant.ofEpochSecond(expiresAtSeconds);
    }

    /// As `TLS.userbuf` holds it.
    String encode() {
        byte[] account = userId.text().getBytes(StandardCharsets.US_ASCII);
        byte[] name =
                room instanceof RoomId.Named(String text) ? text.getBytes(StandardCharsets.US_ASCII) : new byte[0];
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + account.length + name.length);
        bytes.put(room instanceof RoomId.Named ? NAMED : NUMBERED);
        bytes.putShort((short) account.length).put(account);
        bytes.putInt((int) sdkAppId.value());
        bytes.putInt(room instanceof RoomId.Numbered(long number) ? (int) number : 0);
        bytes.putInt((int) expiresAtSeconds);
        bytes.putInt(privileges.stream().mapToInt(Privilege::bit).sum());
        bytes.putInt(ACCOUNT_TYPE);
        if (room instanceof RoomId.Named) {
            bytes.putShort((short) name.length).put(name);
        }
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /// The permit, or empty when the text is not exactly one. Some makers wrap the base64 into lines.
    static Optional<RoomPermit> decode(String userbuf) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(userbuf.replaceAll("\\s", "")));
            Optional<RoomPermit> permit = read(bytes);
            return bytes.hasRemaining() ? Optional.empty() : permit;
        } catch (BufferUnderflowException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<RoomPermit> read(ByteBuffer bytes) {
        byte version = bytes.get();
        UserId user = new UserId(text(bytes));
        AppId app = new AppId(bytes.getInt() & UNSIGNED);
        long number = bytes.getInt() & UNSIGNED;
        long expiresAt = bytes.getInt() & UNSIGNED;
        Set<Privilege> privileges = privileges(bytes.getInt());
        bytes.getInt();
        return switch (version) {
            case NUMBERED -> Optional.of(new RoomPermit(app, user, new RoomId.Numbered(number), expiresAt, privileges));
            case NAMED -> Optional.of(new RoomPermit(app, user, new RoomId.Named(text(bytes)), expiresAt, privileges));
            default -> Optional.empty();
        };
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[Math.min(Short.toUnsignedInt(bytes.getShort()), bytes.remaining() + 1)];
        bytes.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static Set<Privilege> privileges(int bits) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        for (Privilege privilege : Privilege.values()) {
            if ((bits & privilege.bit()) != 0) {
                privileges.add(privilege);
            }
        }
        return privileges;
    }
}
