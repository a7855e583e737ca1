// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.watch;

import dev.duet.id.AppId;
import dev.duet.id.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// User ids as log lines show them: the start of a keyed hash, the same for one user as long as the key is the same.
public final class Redacted {
    /// 40 bits: short to read, and two users of one log rarely share them.
    private static final int SHOWN_BYTES = 5;

    private final SecretKeySpec key;

    public Redacted(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    public String user(AppId app, UserId user) {
        byte[] hash = mac().doFinal((app + "/" + user).getBytes(StandardCharsets.UTF_8));
        return "u:" + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
