// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/// The client's choices in a handshake, the mirror of [PassiveSide].
@SuppressWarnings({"rawtypes", "JdkObsolete"})
final class ActiveSide extends DefaultTlsClient implements TlsAuthentication {
    private final BcTlsCrypto crypto;
    private final Identity identity;
    private final Agreement agreement;
    private final Duration deadline;

    ActiveSide(Identity identity, Agreement agreement, Duration deadline) {
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

    @Override
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = super.getClientExtensions();
        TlsSRTPUtils.addUseSRTPExtension(extensions, Agreement.offer());
        return extensions;
    }

    @Override
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        agreement.accept(TlsSRTPUtils.getUseSRTPExtension(extensions));
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return this;
    }

    @Override
    public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
        agreement.check(certificate.getCertificate());
    }

    @Override
    public TlsCredentials getClientCredentials(@Nullable CertificateRequest request) throws IOException {
        return identity.signer(context, crypto);
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
    public int getHandshakeTimeoutMillis() {
        return (int) deadline.toMillis();
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return DtlsHandshake.FIRST_RESEND_MILLIS;
    }
}
