// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sim;

import static java.util.Objects.requireNonNull;

import dev.duet.media.answer.Answerer;
import dev.duet.media.answer.SdpAnswer;
import dev.duet.media.dtls.DtlsHandshake;
import dev.duet.media.dtls.DtlsState;
import dev.duet.media.dtls.Fingerprint;
import dev.duet.media.dtls.Identity;
import dev.duet.media.ice.Candidate;
import dev.duet.media.ice.Credentials;
import dev.duet.media.ice.IceDriver;
import dev.duet.media.ice.IceSettings;
import dev.duet.media.ice.IceState;
import dev.duet.media.rtcp.ArrivalReport;
import dev.duet.media.rtcp.CompoundRtcp;
import dev.duet.media.rtcp.KeyframeRequest;
import dev.duet.media.rtcp.LossReport;
import dev.duet.media.rtcp.Nack;
import dev.duet.media.rtcp.ReceiverReport;
import dev.duet.media.rtcp.RtcpPacket;
import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.rtcp.TransportFeedback;
import dev.duet.media.rtp.HeaderExtensions;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.sdp.MediaSection;
import dev.duet.media.sdp.SdpParse;
import dev.duet.media.sdp.SessionDescription;
import dev.duet.media.srtp.ProtectVerdict;
import dev.duet.media.srtp.SrtpReceiver;
import dev.duet.media.srtp.SrtpSender;
import dev.duet.media.srtp.UnprotectVerdict;
import dev.duet.media.terms.HeaderExtension;
import dev.duet.media.terms.LegSsrcs;
import dev.duet.media.terms.Negotiated;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.Rids;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import dev.duet.media.wire.Outbound;
import dev.duet.media.wire.PacketKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser as the server sees it: offers, checks, shakes hands, sends and receives media, reports, asks and answers.
public final class SimBrowser implements Outbound {
    private static final Identity IDENTITY = Identity.create(new SecureRandom(), Instant.EPOCH);
    private static final int ROOM = 1600;
    private static final long FEEDBACK_NANOS = 50_000_000;
    private static final long REPORT_NANOS = 1_000_000_000;
    private static final Pattern FID = Pattern.compile("FID (\\d+) (\\d+)");

    private final String offer;
    private final Credentials local;
    private final Executor threads;
    private final BiConsumer<byte[], InetSocketAddress> network;
    private final Random random;
    private final Negotiated own;
    private final Map<StreamKind, SimSource> sources = new EnumMap<>(StreamKind.class);
    private final List<SimSource> everySource = new ArrayList<>();
    private final Map<StreamKind, SimSink> sinks = new EnumMap<>(StreamKind.class);
    private final RtpPacket view = new RtpPacket();
    private final List<RtcpPacket> controls = new ArrayList<>();
    private final Map<Integer, Long> arrivals = new TreeMap<>();
    private final Map<Long, Long> told = new TreeMap<>();

    private @Nullable SimSource smallLayer;
    private @Nullable IceDriver ice;
    private @Nullable DtlsHandshake dtls;
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;
    private int transportNumber = 1;
    private int feedbackBase = -1;
    private int feedbackNumber;
    private long nextFeedback;
    private long nextReport;
    private long clockOffsetNanos = 777_000_000_000L;
    private boolean givesFeedback = true;
    private boolean eager;
    private final Map<Long, Long> sentTicks = new TreeMap<>();
    private long lastWake;
    private int badPackets;
    private final Map<StreamKind, SenderReport> lastReports = new EnumMap<>(StreamKind.class);

    /// @param recordedOffer of a real browser; its credentials, fingerprint and sources are replaced
    public SimBrowser(
            String recordedOffer, long seed, Executor threads, BiConsumer<byte[], InetSocketAddress> network) {
        this.threads = threads;
        this.network = network;
        this.random = new Random(seed);
        this.local = Credentials.random(random);
        this.offer = personal(recordedOffer);
        this.own = agreed(offer, local);
    }

    /// The offer for the server.
    public String offer() {
        return offer;
    }

    /// What it sends, by kind; of a camera in layers the big one.
    public Map<StreamKind, SimSource> sources() {
        return sources;
    }

    public SimSource source(StreamKind kind) {
        return requireNonNull(sources.get(kind));
    }

    public SimSink sink(StreamKind kind) {
        return requireNonNull(sinks.get(kind));
    }

    /// What the RTCP from the server held so far.
    public List<RtcpPacket> controls() {
        return controls;
    }

    /// By extended transport-wide number: the arrival in ticks that the server reported, or [ArrivalReport#LOST].
    public Map<Long, Long> told() {
        return told;
    }

    /// When the packet with a transport-wide number was sent, in ticks.
    public long sentTicks(long number) {
        return requireNonNull(sentTicks.get(number));
    }

    /// Packets that did not decrypt or parse.
    public int badPackets() {
        return badPackets;
    }

    public void givesFeedback(boolean on) {
        givesFeedback = on;
    }

    public void clockOffset(long nanos) {
        clockOffsetNanos = nanos;
    }

    public boolean isSecured() {
        return sender != null;
    }

    public int transportNumber() {
        return transportNumber;
    }

    /// Takes the answer: connects, and will send every kind in `kinds`.
    public void accept(String answer, long nowNanos, Map<StreamKind, Integer> firstSequences) {
        SessionDescription session = session(answer);
        MediaSection first = session.sections().getFirst();
        Credentials remote =
                new Credentials(required(session, first, "ice-ufrag"), required(session, first, "ice-pwd"));
        List<Candidate> candidates = first.values("candidate")
                .map(Candidate::parse)
                .flatMap(Optional::stream)
                .toList();
        Fingerprint proof =
                Fingerprint.parse(required(session, first, "fingerprint")).orElseThrow();
        ice = new IceDriver(local, remote, candidates, IceSettings.standard(), random, nowNanos);
        dtls = DtlsHandshake.client(IDENTITY, proof, () -> {});
        nextFeedback = nowNanos;
        nextReport = nowNanos;
        for (NegotiatedStream stream : own.streams()) {
            MediaSection section = session.sections().stream()
                    .filter(s -> s.mid().equals(stream.mid()))
                    .findFirst()
                    .orElseThrow();
            sinks.put(stream.kind(), new SimSink(stream, announced(section)));
            Integer firstSequence = firstSequences.get(stream.kind());
            if (firstSequence != null) {
                open(stream, firstSequence, nowNanos);
            }
        }
    }

    private void open(NegotiatedStream stream, int firstSequence, long nowNanos) {
        Rids rids = stream.rids();
        SimSource source = rids.isEmpty()
                ? SimSource.of(stream, firstSequence, nowNanos)
                : SimSource.layer(stream, rids.big(), random.nextInt() | 1, firstSequence, nowNanos);
        sources.put(stream.kind(), source);
        everySource.add(source);
        if (rids.hasSmall()) {
            // Encoders do not finish all layers at the same moment.
            smallLayer = SimSource.layer(stream, rids.small(), random.nextInt() | 1, 30_000, nowNanos + 3_000_000);
            everySource.add(smallLayer);
        }
    }

    /// The small layer of a camera that is sent in two.
    public SimSource smallLayer() {
        return requireNonNull(smallLayer);
    }

    /// Takes the answer to an ICE restart.
    public void acceptRestart(String answer, Credentials restarted, long nowNanos) {
        SessionDescription session = session(answer);
        MediaSection first = session.sections().getFirst();
        Credentials remote =
                new Credentials(required(session, first, "ice-ufrag"), required(session, first, "ice-pwd"));
        List<Candidate> candidates = first.values("candidate")
                .map(Candidate::parse)
                .flatMap(Optional::stream)
                .toList();
        ice().restart(restarted, remote, candidates, nowNanos, this);
    }

    /// The offer of a restart with these credentials.
    public String restartOffer(Credentials restarted) {
        return offer.replaceAll("a=ice-ufrag:.*", "a=ice-ufrag:" + Matcher.quoteReplacement(restarted.ufrag()))
                .replaceAll("a=ice-pwd:.*", "a=ice-pwd:" + Matcher.quoteReplacement(restarted.password()));
    }

    /// The browser's own address changed: it checks from there at once.
    public void addressChanged(long nowNanos) {
        ice().localAddressChanged(nowNanos, this);
    }

    public void receive(byte[] datagram, InetSocketAddress from, long nowNanos) {
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        buffer.put(datagram).flip();
        switch (PacketKind.of(buffer)) {
            case STUN -> ice().receive(buffer, from, nowNanos, this);
            case DTLS -> {
                dtls().receive(buffer);
                followDtls();
            }
            case RTP -> {
                if (hasKeys()) {
                    receiveRtp(buffer, nowNanos);
                }
            }
            case RTCP -> {
                if (hasKeys()) {
                    receiveRtcp(buffer, nowNanos);
                }
            }
            case UNKNOWN -> badPackets++;
        }
    }

    /// Moves the clock.
    public void wake(long nowNanos) {
        if (ice == null) {
            return;
        }
        lastWake = nowNanos;
        ice.wake(nowNanos, this);
        if (ice.state() instanceof IceState.Connected) {
            dtls().start(threads);
        }
        followDtls();
        if (sender == null) {
            return;
        }
        everySource.forEach(source -> source.wake(nowNanos, this));
        ask(nowNanos);
        if (nowNanos >= nextFeedback) {
            nextFeedback = nowNanos + FEEDBACK_NANOS;
            giveFeedback();
        }
        if (nowNanos >= nextReport) {
            nextReport = nowNanos + REPORT_NANOS;
            report(nowNanos);
        }
    }

    @Override
    public void transmit(ByteBuffer packet, InetSocketAddress to) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        network.accept(bytes, to);
    }

    @Override
    public void wakeAt(long nanos) {
        // The simulation wakes everybody at every step.
    }

    /// Opens DTLS without waiting for ICE: the hello goes to the first candidate.
    public void greet() {
        eager = true;
        dtls().start(threads);
    }

    /// Ends the DTLS association, as a closed tab does.
    public void hangUp() {
        dtls().close();
    }

    void sendRtp(ByteBuffer packet, NegotiatedStream section) {
        if (!view.wrap(packet)) {
            throw new AssertionError("a simulated source made a malformed packet");
        }
        SimSource.stamp(view, section, transportNumber);
        sentTicks.put((long) transportNumber, lastWake / TransportFeedback.TICK_NANOS);
        transportNumber = (transportNumber + 1) & 0xFFFF;
        protectAndSend(packet);
    }

    /// Sends plain RTP as it is.
    public void sendRaw(ByteBuffer packet) {
        protectAndSend(packet);
    }

    /// Sends plain RTCP as it is.
    public void sendRawRtcp(ByteBuffer compound) {
        if (sender != null && sender.protectRtcp(compound) == ProtectVerdict.OK) {
            send(compound);
        }
    }

    /// Asks for a keyframe of what comes as a kind.
    public void sendPli(StreamKind kind) {
        sendRtcp(KeyframeRequest.pli(1, sink(kind).ssrcs().media()));
    }

    /// Sends a probe of padding.
    public void probe(StreamKind kind) {
        source(kind).probe(this);
    }

    private void protectAndSend(ByteBuffer packet) {
        if (sender != null && sender.protectRtp(packet) == ProtectVerdict.OK) {
            send(packet);
        }
    }

    private void send(ByteBuffer packet) {
        if (ice().state() instanceof IceState.Connected connected) {
            transmit(packet, connected.path());
        } else if (eager) {
            transmit(packet, SimCall.SERVER);
        }
    }

    private void sendRtcp(RtcpPacket... packets) {
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        for (RtcpPacket packet : packets) {
            packet.write(buffer);
        }
        buffer.flip();
        if (sender != null && sender.protectRtcp(buffer) == ProtectVerdict.OK) {
            send(buffer);
        }
    }

    private void followDtls() {
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        while (dtls().poll(buffer.clear())) {
            send(buffer);
        }
        if (sender == null && dtls().state() instanceof DtlsState.Keyed keyed) {
            sender = new SrtpSender(keyed.keys());
            receiver = new SrtpReceiver(keyed.keys());
        }
    }

    /// Media may overtake the end of the own handshake; such packets are lost, not bad.
    private boolean hasKeys() {
        followDtls();
        return receiver != null;
    }

    private void receiveRtp(ByteBuffer buffer, long nowNanos) {
        if (receiver == null || receiver.unprotectRtp(buffer) != UnprotectVerdict.OK || !view.wrap(buffer)) {
            badPackets++;
            return;
        }
        for (Map.Entry<StreamKind, SimSink> entry : sinks.entrySet()) {
            if (entry.getValue().takes(view.ssrc())) {
                noteTransport(entry.getKey(), nowNanos);
                entry.getValue().receive(view, nowNanos);
                return;
            }
        }
        badPackets++;
    }

    private void noteTransport(StreamKind kind, long nowNanos) {
        int id = own.stream(kind).orElseThrow().extensionId(HeaderExtension.Kind.TRANSPORT_CC);
        int number = HeaderExtensions.readShort(view, id);
        if (number != HeaderExtensions.ABSENT) {
            arrivals.put(number, (nowNanos + clockOffsetNanos) / TransportFeedback.TICK_NANOS);
            feedbackBase = feedbackBase < 0 ? number : feedbackBase;
        }
    }

    private void receiveRtcp(ByteBuffer buffer, long nowNanos) {
        if (receiver == null || receiver.unprotectRtcp(buffer) != UnprotectVerdict.OK) {
            badPackets++;
            return;
        }
        if (!CompoundRtcp.read(buffer, packet -> receive(packet, nowNanos))) {
            throw new AssertionError("the server sent malformed RTCP");
        }
    }

    private void receive(RtcpPacket packet, long nowNanos) {
        controls.add(packet);
        switch (packet) {
            case Nack nack ->
                everySource.stream()
                        .filter(source -> source.ssrc() == nack.media())
                        .forEach(source -> nack.lost().forEach(lost -> source.repair(lost, this)));
            case KeyframeRequest request ->
                everySource.stream()
                        .filter(source -> source.ssrc() == request.media())
                        .forEach(SimSource::askKeyframe);
            case TransportFeedback feedback -> {
                for (int i = 0; i < feedback.count(); i++) {
                    long arrival = feedback.arrival(i) == TransportFeedback.LOST
                            ? ArrivalReport.LOST
                            : (long) feedback.reference() * TransportFeedback.REFERENCE_TICKS + feedback.arrival(i);
                    told.put((long) feedback.baseSequence() + i, arrival);
                }
            }
            case SenderReport report ->
                sinks.forEach((kind, sink) -> {
                    if (sink.ssrcs().media() == report.ssrc()) {
                        lastReports.put(kind, report);
                        if (sink.reception() != null) {
                            sink.reception().senderReport(report, nowNanos);
                        }
                    }
                });
            default -> {}
        }
    }

    /// The sender report that came last for what is received as a kind, or null.
    public @Nullable SenderReport lastReport(StreamKind kind) {
        return lastReports.get(kind);
    }

    private void ask(long nowNanos) {
        sinks.values().forEach(sink -> {
            List<Integer> missing = sink.missing(nowNanos);
            if (!missing.isEmpty()) {
                sendRtcp(new Nack(1, sink.ssrcs().media(), missing));
            }
        });
    }

    private void giveFeedback() {
        if (!givesFeedback || arrivals.isEmpty()) {
            return;
        }
        ArrivalReport report = new ArrivalReport(512);
        int base = feedbackBase;
        int highest =
                arrivals.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int number = base; number <= highest; number++) {
            Long arrival = arrivals.remove(number);
            report.add(arrival == null ? ArrivalReport.LOST : arrival);
        }
        arrivals.clear();
        feedbackBase = highest + 1;
        if (report.received() > 0) {
            ByteBuffer buffer = ByteBuffer.allocate(ROOM);
            report.write(buffer, 1, 2, base, feedbackNumber++);
            buffer.flip();
            if (sender != null && sender.protectRtcp(buffer) == ProtectVerdict.OK) {
                send(buffer);
            }
        }
    }

    private void report(long nowNanos) {
        List<LossReport> blocks = new ArrayList<>();
        sinks.values().forEach(sink -> {
            if (sink.reception() != null) {
                blocks.add(sink.reception().report(nowNanos));
            }
        });
        everySource.forEach(source -> sendRtcp(new SenderReport(
                source.ssrc(), ntp(nowNanos), source.timestampAt(nowNanos), (int) source.made(), 0, List.of())));
        sendRtcp(new ReceiverReport(1, blocks));
    }

    static long ntp(long nowNanos) {
        long fraction = ((nowNanos % 1_000_000_000L) << 32) / 1_000_000_000L;
        return ((nowNanos / 1_000_000_000L) << 32) | fraction;
    }

    private String personal(String recorded) {
        String own = recorded.replaceAll("a=ice-ufrag:.*", "a=ice-ufrag:" + Matcher.quoteReplacement(local.ufrag()))
                .replaceAll("a=ice-pwd:.*", "a=ice-pwd:" + Matcher.quoteReplacement(local.password()))
                .replaceAll("a=fingerprint:.*", "a=fingerprint:" + IDENTITY.fingerprint());
        return own.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /// What the server will agree to, for the numbers in it.
    private static Negotiated agreed(String offer, Credentials anything) {
        Answerer answerer = new Answerer(
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)), IDENTITY.fingerprint());
        LegSsrcs none = new LegSsrcs(new StreamSsrcs(1, 0), new StreamSsrcs(2, 3), new StreamSsrcs(4, 5));
        if (answerer.answer(offer, anything, none) instanceof SdpAnswer.Answered answered) {
            return answered.negotiated();
        }
        throw new AssertionError("the recorded offer is refused");
    }

    private static SessionDescription session(String answer) {
        SdpParse parsed = SessionDescription.parse(answer);
        if (parsed instanceof SessionDescription session) {
            return session;
        }
        throw new AssertionError("the answer does not parse: " + parsed);
    }

    private static String required(SessionDescription session, MediaSection section, String name) {
        return section.value(name).or(() -> session.value(name)).orElseThrow();
    }

    private static StreamSsrcs announced(MediaSection section) {
        for (String group : section.values("ssrc-group").toList()) {
            Matcher pair = FID.matcher(group);
            if (pair.matches()) {
                return new StreamSsrcs((int) Long.parseLong(pair.group(1)), (int) Long.parseLong(pair.group(2)));
            }
        }
        String line = section.value("ssrc").orElseThrow();
        return new StreamSsrcs((int) Long.parseLong(line.substring(0, line.indexOf(' '))), 0);
    }

    private IceDriver ice() {
        return requireNonNull(ice);
    }

    private DtlsHandshake dtls() {
        return requireNonNull(dtls);
    }
}
