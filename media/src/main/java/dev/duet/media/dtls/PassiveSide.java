// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.Hashtable;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/// The server's choices in a handshake: DTLS 1.2, ECDHE with ECDSA and AES-GCM, a client certificate, an SRTP profile.
@SuppressWarnings({"rawtypes", "JdkObsolete"})
final class PassiveSide extends DefaultTlsServer {
    private final BcTlsCrypto crypto;
    private final Identity identity;
    private final Agreement agreement;
    private final Duration deadline;
    private @Nullable UseSRTPData offered;

    PassiveSide(Identity identity, Agreement agreement, Duration deadline) {
        BcTlsCrypto crypto = identity.newCrypto();
        super(crypto);
        this.crypto = crypto;
        this.identity = identity;
        this.agreement = agreement;
        this.deadline = deadline;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return DtlsHandshake.CIPHER_SUITES.clone();
    }

    /// The client's first choice among the curves that cost little; others would let a client choose our work.
    @Override
    protected int selectECDH(int minimumCurveBits) {
        int[] groups = context.getSecurityParametersHandshake().getClientSupportedGroups();
        if (groups == null) {
            return NamedGroup.secp256r1;
        }
        for (int group : groups) {
            if (group == NamedGroup.x25519 || group == NamedGroup.secp256r1 || group == NamedGroup.secp384r1) {
                return group;
            }
        }
        return -1;
    }

    @Override
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
    }

    @Override
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = super.getServerExtensions();
        TlsSRTPUtils.addUseSRTPExtension(extensions, agreement.answer(offered));
        return extensions;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return identity.signer(context, crypto);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
                null);
    }

    @Override
    public void notifyClientCertificate(Certificate chain) throws IOException {
        agreement.check(chain);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        agreement.conclude(context);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        if (DtlsHandshake.ends(level, description)) {
            agreement.refused();
        }
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    protected boolean allowCertificateStatus() {
        return false;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return (int) deadline.toMillis();
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return DtlsHandshake.FIRST_RESEND_MILLIS;
    }
}
