// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import dev.duet.server.store.DataFolder;
import dev.duet.server.store.UnusableData;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The certificate in the data folder: the same one on every start, so that who has accepted it need not again.
public final class CertificateFile {
    private static final Logger LOG = System.getLogger(CertificateFile.class.getName());
    private static final String NAME = "lan.pem";

    /// A laptop comes home to few networks.
    private static final int REMEMBERED = 8;

    private CertificateFile() {}

    /// The one that is kept, or a new one when that is not good for all the addresses or not for long.
    public static LanCertificate read(DataFolder data, List<InetAddress> addresses, SecureRandom random, Instant now)
            throws UnusableData {
        Optional<String> text = data.text(NAME);
        Optional<LanCertificate> kept = text.flatMap(LanCertificate::ofPem);
        if (text.isPresent() && kept.isEmpty()) {
            LOG.log(Level.WARNING, "{0} in the data folder is damaged; a new certificate takes its place", NAME);
        }
        return kept.filter(certificate -> certificate.isGoodFor(addresses, now)).isPresent()
                ? kept.get()
                : renew(data, kept, addresses, random, now);
    }

    /// The new one is for the addresses of before, too: back in that network, it is not to be renewed once more.
    private static LanCertificate renew(
            DataFolder data,
            Optional<LanCertificate> old,
            List<InetAddress> addresses,
            SecureRandom random,
            Instant now)
            throws UnusableData {
        Stream<InetAddress> before = old.stream().flatMap(certificate -> certificate.addresses().stream());
        List<InetAddress> all = Stream.concat(addresses.stream(), before)
                .distinct()
                .limit(Math.max(REMEMBERED, addresses.size()))
                .toList();
        LanCertificate fresh = LanCertificate.create(all, random, now);
        data.keep(NAME, fresh.keyPem() + fresh.certificatePem());
        if (old.isPresent()) {
            LOG.log(Level.INFO, "the certificate was renewed: phones that accepted the last one ask once more");
        }
        return fresh;
    }
}
