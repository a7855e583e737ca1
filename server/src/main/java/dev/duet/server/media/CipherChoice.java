// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import dev.duet.media.srtp.gcm.AesGcm;
import dev.duet.server.config.Settings.Ciphers;
import dev.duet.server.ipsecmb.IpsecMb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Which implementation of AES-GCM protects the media.
final class CipherChoice {
    private static final Logger LOG = System.getLogger(CipherChoice.class.getName());

    private CipherChoice() {}

    /// A new engine of the kind chosen.
    static AesGcm.Engine of(Ciphers wanted) {
        return switch (wanted) {
            case PLATFORM -> AesGcm.Engine.PLATFORM;
            case FASTEST ->
                IpsecMb.engine().<AesGcm.Engine>map(engine -> engine).orElse(AesGcm.Engine.PLATFORM);
        };
    }

    /// Says at start what was chosen, and how to get the faster one.
    static void tell(Ciphers wanted) {
        Optional<String> library = IpsecMb.variant();
        if (wanted == Ciphers.FASTEST && library.isPresent()) {
            LOG.log(Level.INFO, "SRTP is encrypted by IPSec-MB ({0}).", library.get());
        } else {
            LOG.log(
                    Level.INFO,
                    "SRTP is encrypted by the Java platform. Where there is libIPSec_MB.so.1 (Debian: libipsec-mb1) and"
                            + " media.ciphers is fastest, a call costs about a third less.");
        }
    }
}
