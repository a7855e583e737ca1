// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsTimeoutException;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/// What one handshake settles, for either side: that the peer owns the signaled certificate, the SRTP profile and the
/// keys; or why it settled nothing.
final class Agreement {
    /// AEAD_AES_128_GCM before AES128_CM_HMAC_SHA1_80: half the work per packet (RFC 7714 section 14.2, RFC 5764
    /// 4.1.2).
    private static final int[] PROFILES = {7, 1};

    private static final int KEY_LENGTH = 16;
    private static final byte[] NO_MKI = {};

    private final Fingerprint expected;
    private int profile;
    private boolean proven;
    private boolean refused;
    private @Nullable DtlsFailure failure;
    private @Nullable SrtpKeys keys;

    Agreement(Fingerprint expected) {
        this.expected = expected;
    }

    static UseSRTPData offer() {
        return new UseSRTPData(PROFILES, NO_MKI);
    }

    /// Takes our most preferred of the offered profiles; no MKI, whatever was offered (RFC 5764 section 4.1.3).
    UseSRTPData answer(@Nullable UseSRTPData offered) throws IOException {
        int[] theirs = offered == null ? new int[0] : offered.getProtectionProfiles();
        profile = Arrays.stream(PROFILES)
                .filter(ours -> IntStream.of(theirs).anyMatch(it -> it == ours))
                .findFirst()
                .orElseThrow(() -> fails(DtlsFailure.NO_COMMON_SRTP_PROFILE, AlertDescription.handshake_failure));
        return new UseSRTPData(new int[] {profile}, NO_MKI);
    }

    /// The client's side of `answer`: exactly one of the profiles we offered, and no MKI.
    void accept(@Nullable UseSRTPData answered) throws IOException {
        if (answered == null || answered.getProtectionProfiles().length != 1 || answered.getMki().length != 0) {
            throw fails(DtlsFailure.NO_COMMON_SRTP_PROFILE, AlertDescription.illegal_parameter);
        }
        answer(answered);
    }

    /// Compares the peer's certificate with the signaled fingerprint (RFC 5763 section 5).
    void check(@Nullable Certificate chain) throws IOException {
        if (chain == null || chain.isEmpty()) {
            throw fails(DtlsFailure.NO_CERTIFICATE, AlertDescription.bad_certificate);
        }
        if (!expected.matches(chain.getCertificateAt(0).getEncoded())) {
            throw fails(DtlsFailure.FINGERPRINT_MISMATCH, AlertDescription.bad_certificate);
        }
        proven = true;
    }

    /// Exports the keys once both sides are finished (RFC 5764 section 4.2).
    ///
    /// ```
    /// | client key | server key | client salt | server salt |
    /// ```
    void conclude(TlsContext context) throws IOException {
        if (!proven || profile == 0) {
            throw fails(DtlsFailure.PROTOCOL_ERROR, AlertDescription.internal_error);
        }
        int salt = profile == 7 ? 12 : 14;
        byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (KEY_LENGTH + salt));
        byte[] clientKey = Arrays.copyOfRange(material, 0, KEY_LENGTH);
        byte[] serverKey = Arrays.copyOfRange(material, KEY_LENGTH, 2 * KEY_LENGTH);
        byte[] clientSalt = Arrays.copyOfRange(material, 2 * KEY_LENGTH, 2 * KEY_LENGTH + salt);
        byte[] serverSalt = Arrays.copyOfRange(material, 2 * KEY_LENGTH + salt, material.length);
        keys = context.isServer()
                ? new SrtpKeys(profile, serverKey, serverSalt, clientKey, clientSalt)
                : new SrtpKeys(profile, clientKey, clientSalt, serverKey, serverSalt);
    }

    /// Notes that the peer sent an alert that ends the association.
    void refused() {
        refused = true;
    }

    SrtpKeys keys() throws IOException {
        if (keys == null) {
            throw fails(DtlsFailure.PROTOCOL_ERROR, AlertDescription.internal_error);
        }
        return keys;
    }

    DtlsFailure reason(Exception cause) {
        if (failure != null) {
            return failure;
        }
        if (refused || cause instanceof TlsFatalAlertReceived) {
            return DtlsFailure.REFUSED_BY_PEER;
        }
        return cause instanceof TlsTimeoutException ? DtlsFailure.TIMED_OUT : DtlsFailure.PROTOCOL_ERROR;
    }

    boolean isRefused() {
        return refused;
    }

    private TlsFatalAlert fails(DtlsFailure reason, short alert) {
        failure = reason;
        return new TlsFatalAlert(alert);
    }
}
