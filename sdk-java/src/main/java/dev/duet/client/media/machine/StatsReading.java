// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.machine;

import dev.duet.client.media.ConnectionStats;
import dev.duet.client.media.ConnectionStats.Picture;
import dev.duet.client.media.ConnectionStats.Received;
import dev.duet.client.media.ConnectionStats.Sent;
import dev.duet.client.media.MediaKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The standard's statistics, read into ours. Each entry has its `type`, such as `outbound-rtp`, and its `id`.
public record StatsReading(List<Map<String, Object>> entries) {
    /// The sections of our offer, in order.
    private static final Map<String, MediaKind> KINDS =
            Map.of("0", MediaKind.AUDIO, "1", MediaKind.CAMERA, "2", MediaKind.SCREEN);

    private static final Map<String, Object> NOTHING = Map.of();

    public ConnectionStats read(long takenNanos) {
        Map<String, Object> path = entries.stream()
                .filter(each -> is(each, "candidate-pair"))
                .filter(each -> Boolean.TRUE.equals(each.get("nominated")) && "succeeded".equals(each.get("state")))
                .findFirst()
                .orElse(NOTHING);
        return new ConnectionStats(
                takenNanos,
                seconds(path, "currentRoundTripTime"),
                whole(path, "availableOutgoingBitrate"),
                ofType("outbound-rtp").map(this::sent).toList(),
                ofType("inbound-rtp").map(this::received).toList(),
                new ConnectionStats.Path(overPairs("bytesReceived"), overPairs("responsesReceived")));
    }

    private long overPairs(String counter) {
        return entries.stream()
                .filter(each -> is(each, "candidate-pair"))
                .mapToLong(each -> whole(each, counter))
                .sum();
    }

    /// How many packets of audio were sent.
    public long audioPacketsSent() {
        return ofType("outbound-rtp")
                .filter(each -> KINDS.get(text(each, "mid")) == MediaKind.AUDIO)
                .mapToLong(each -> whole(each, "packetsSent"))
                .sum();
    }

    private java.util.stream.Stream<Map<String, Object>> ofType(String type) {
        return entries.stream().filter(each -> is(each, type) && KINDS.containsKey(text(each, "mid")));
    }

    private Sent sent(Map<String, Object> entry) {
        return new Sent(
                kind(entry),
                codec(entry),
                whole(entry, "packetsSent"),
                whole(entry, "bytesSent"),
                100 * number(byId(text(entry, "remoteId")), "fractionLost"),
                picture(entry, "framesEncoded"),
                number(byId(text(entry, "mediaSourceId")), "audioLevel"));
    }

    private Received received(Map<String, Object> entry) {
        double emitted = number(entry, "jitterBufferEmittedCount");
        return new Received(
                kind(entry),
                codec(entry),
                whole(entry, "packetsReceived"),
                whole(entry, "bytesReceived"),
                whole(entry, "packetsLost"),
                seconds(entry, "jitter"),
                emitted == 0 ? Duration.ZERO : ofSeconds(number(entry, "jitterBufferDelay") / emitted),
                picture(entry, "framesDecoded"),
                number(entry, "audioLevel"),
                whole(entry, "totalSamplesReceived"),
                whole(entry, "concealedSamples"),
                whole(entry, "silentConcealedSamples"),
                seconds(entry, "totalFreezesDuration"));
    }

    private static MediaKind kind(Map<String, Object> entry) {
        return KINDS.getOrDefault(text(entry, "mid"), MediaKind.AUDIO);
    }

    /// `VP8` of `video/VP8`.
    private String codec(Map<String, Object> entry) {
        String mime = text(byId(text(entry, "codecId")), "mimeType");
        return mime.substring(mime.indexOf('/') + 1);
    }

    private static Picture picture(Map<String, Object> entry, String frames) {
        return new Picture(
                (int) whole(entry, "frameWidth"),
                (int) whole(entry, "frameHeight"),
                number(entry, "framesPerSecond"),
                whole(entry, frames));
    }

    private Map<String, Object> byId(String id) {
        return entries.stream()
                .filter(each -> !id.isEmpty() && id.equals(each.get("id")))
                .findFirst()
                .orElse(NOTHING);
    }

    private static boolean is(Map<String, Object> entry, String type) {
        return type.equals(entry.get("type"));
    }

    private static String text(Map<String, Object> entry, String name) {
        return entry.get(name) instanceof String text ? text : "";
    }

    private static double number(Map<String, Object> entry, String name) {
        return entry.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static long whole(Map<String, Object> entry, String name) {
        return (long) number(entry, name);
    }

    private static Duration seconds(Map<String, Object> entry, String name) {
        return ofSeconds(number(entry, name));
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
