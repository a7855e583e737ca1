// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.ice.Candidate;
import dev.duet.media.ice.Credentials;
import dev.duet.media.sdp.Direction;
import dev.duet.media.sdp.MediaSection;
import dev.duet.media.sdp.SdpAttribute;
import dev.duet.media.sdp.SessionDescription;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.PayloadFormat;
import dev.duet.media.terms.Rids;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the answer to an offer whose sections are decided.
final class AnswerText {
    /// The stream that holds audio and camera. Browsers keep the tracks of one stream in time with each other, and look
    /// at the first stream of a track only: so it is announced first.
    private static final String TOGETHER = "call";

    private final Answerer answerer;
    private final Credentials local;
    private final LegSsrcs ssrcs;

    AnswerText(Answerer answerer, Credentials local, LegSsrcs ssrcs) {
        this.answerer = answerer;
        this.local = local;
        this.ssrcs = ssrcs;
    }

    SessionDescription write(Offer offer) {
        List<MediaSection> sections = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < offer.description().sections().size(); i++) {
            MediaSection offered = offer.description().sections().get(i);
            NegotiatedStream stream = offer.stream(i);
            sections.add(stream == null ? rejected(offered) : accepted(offered, stream, first));
            first &= stream == null;
        }
        return new SessionDescription(origin(offer.description().origin()), session(offer), sections);
    }

    /// The offer's own session id and version, so that the answer to a later offer has a higher version.
    private static String origin(String offered) {
        List<String> fields = List.of(offered.split(" ", -1));
        boolean usable = fields.size() == 6
                && fields.get(1).matches("[0-9]{1,20}")
                && fields.get(2).matches("[0-9]{1,20}");
        return "- " + (usable ? fields.get(1) + " " + fields.get(2) : "1 1") + " IN IP4 127.0.0.1";
    }

    private static List<SdpAttribute> session(Offer offer) {
        List<SdpAttribute> attributes = new ArrayList<>();
        if (offer.isBundled()) {
            String mids = offer.accepted().stream().map(NegotiatedStream::mid).collect(Collectors.joining(" "));
            attributes.add(new SdpAttribute("group", "BUNDLE " + mids));
        }
        if (offer.mixesExtensions()) {
            attributes.add(SdpAttribute.flag("extmap-allow-mixed"));
        }
        attributes.add(SdpAttribute.flag("ice-lite"));
        // RFC 8445 section 10: we speak that version of ICE.
        attributes.add(new SdpAttribute("ice-options", "ice2"));
        return attributes;
    }

    private static MediaSection rejected(MediaSection offered) {
        List<SdpAttribute> attributes = new ArrayList<>();
        if (!offered.mid().isEmpty()) {
            attributes.add(new SdpAttribute("mid", offered.mid()));
        }
        attributes.add(SdpAttribute.flag(Direction.INACTIVE.text()));
        return new MediaSection(
                offered.media(), 0, offered.protocol(), offered.formats(), "IN IP4 0.0.0.0", attributes);
    }

    private MediaSection accepted(MediaSection offered, NegotiatedStream stream, boolean tagged) {
        List<String> formats = new ArrayList<>();
        for (PayloadFormat format : stream.formats()) {
            formats.add(Integer.toString(format.payloadType()));
            if (format.hasRtx()) {
                formats.add(Integer.toString(format.rtxPayloadType()));
            }
        }
        List<SdpAttribute> attributes = new ArrayList<>();
        addTransport(attributes, tagged);
        addStream(attributes, stream);
        addLayers(attributes, stream.rids());
        stream.formats().forEach(format -> addFormat(attributes, format));
        if (stream.direction().sends()) {
            addSource(attributes, stream);
        }
        return new MediaSection(
                offered.media(), defaultPort(), offered.protocol(), formats, defaultAddress(), attributes);
    }

    /// The candidates stand in the first section only: the others share its transport (RFC 8843 section 7.1.3).
    private void addTransport(List<SdpAttribute> attributes, boolean tagged) {
        if (tagged) {
            for (int rank = 0; rank < answerer.announced().size(); rank++) {
                Candidate candidate = Candidate.host(
                        Candidate.Transport.UDP, answerer.announced().get(rank), rank);
                attributes.add(new SdpAttribute("candidate", candidate.write()));
            }
            attributes.add(SdpAttribute.flag("end-of-candidates"));
        }
        attributes.add(new SdpAttribute("ice-ufrag", local.ufrag()));
        attributes.add(new SdpAttribute("ice-pwd", local.password()));
        attributes.add(new SdpAttribute("fingerprint", answerer.fingerprint().toString()));
        attributes.add(new SdpAttribute("setup", "passive"));
    }

    private static void addStream(List<SdpAttribute> attributes, NegotiatedStream stream) {
        if (!stream.mid().isEmpty()) {
            attributes.add(new SdpAttribute("mid", stream.mid()));
        }
        for (HeaderExtension extension : stream.extensions()) {
            String way = extension.direction() == Direction.SENDRECV
                    ? ""
                    : "/" + extension.direction().text();
            attributes.add(new SdpAttribute(
                    "extmap", extension.id() + way + " " + extension.kind().uri()));
        }
        attributes.add(SdpAttribute.flag(stream.direction().text()));
        attributes.add(SdpAttribute.flag("rtcp-mux"));
        if (stream.reducedSizeRtcp()) {
            attributes.add(SdpAttribute.flag("rtcp-rsize"));
        }
    }

    /// The layers that we take; a browser stops sending the others (RFC 8853 section 5.3.2).
    private static void addLayers(List<SdpAttribute> attributes, Rids rids) {
        if (rids.isEmpty()) {
            return;
        }
        attributes.add(new SdpAttribute("rid", rids.big() + " recv"));
        if (rids.hasSmall()) {
            attributes.add(new SdpAttribute("rid", rids.small() + " recv"));
        }
        attributes.add(
                new SdpAttribute("simulcast", "recv " + rids.big() + (rids.hasSmall() ? ";" + rids.small() : "")));
    }

    private static void addFormat(List<SdpAttribute> attributes, PayloadFormat format) {
        int payloadType = format.payloadType();
        attributes.add(
                new SdpAttribute("rtpmap", payloadType + " " + format.codec().encoding()));
        addFeedback(attributes, payloadType, format.transportCc(), "transport-cc");
        addFeedback(attributes, payloadType, format.fir(), "ccm fir");
        addFeedback(attributes, payloadType, format.nack(), "nack");
        addFeedback(attributes, payloadType, format.pli(), "nack pli");
        if (!format.codec().parameters().isEmpty()) {
            attributes.add(
                    new SdpAttribute("fmtp", payloadType + " " + format.codec().parameters()));
        }
        if (format.hasRtx()) {
            int rtx = format.rtxPayloadType();
            attributes.add(
                    new SdpAttribute("rtpmap", rtx + " rtx/" + format.codec().clockRate()));
            attributes.add(new SdpAttribute("fmtp", rtx + " apt=" + payloadType));
        }
    }

    private static void addFeedback(List<SdpAttribute> attributes, int payloadType, boolean agreed, String kind) {
        if (agreed) {
            attributes.add(new SdpAttribute("rtcp-fb", payloadType + " " + kind));
        }
    }

    /// Announces the other side's stream of this kind (RFC 8830, RFC 5576).
    private void addSource(List<SdpAttribute> attributes, NegotiatedStream stream) {
        String track = stream.kind().text();
        if (stream.kind() != StreamKind.SCREEN) {
            attributes.add(new SdpAttribute("msid", TOGETHER + " " + track));
        }
        attributes.add(new SdpAttribute("msid", track + " " + track));
        StreamSsrcs sources = ssrcs.of(stream.kind());
        if (!sources.hasMedia()) {
            return;
        }
        String media = Integer.toUnsignedString(sources.media());
        String rtx = Integer.toUnsignedString(sources.rtx());
        boolean repaired = sources.hasRtx() && stream.formats().stream().anyMatch(PayloadFormat::hasRtx);
        if (repaired) {
            attributes.add(new SdpAttribute("ssrc-group", "FID " + media + " " + rtx));
        }
        attributes.add(new SdpAttribute("ssrc", media + " cname:" + Answerer.CNAME));
        if (repaired) {
            attributes.add(new SdpAttribute("ssrc", rtx + " cname:" + Answerer.CNAME));
        }
    }

    /// RFC 8839 section 4.2.1.2: the best candidate is also the default one. 9 is the port of those that have none.
    private int defaultPort() {
        return answerer.announced().isEmpty()
                ? 9
                : answerer.announced().getFirst().getPort();
    }

    private String defaultAddress() {
        if (answerer.announced().isEmpty()) {
            return "IN IP4 0.0.0.0";
        }
        InetSocketAddress best = answerer.announced().getFirst();
        String family = best.getAddress() instanceof Inet6Address ? "IP6" : "IP4";
        return "IN " + family + " "
                + Candidate.host(Candidate.Transport.UDP, best, 0).host();
    }
}
