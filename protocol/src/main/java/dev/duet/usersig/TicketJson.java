// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.duet.id.AppId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The JSON object inside a ticket: `claims` and the MAC that should prove them. Members may come in any order, and
/// unknown ones, which the MAC does not cover, are stepped over.
final class TicketJson {
    private static final String VERSION = "2.0";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(32)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final UserSig claims;
    private final byte[] mac;

    TicketJson(UserSig claims, byte[] mac) {
        this.claims = claims;
        this.mac = mac;
    }

    UserSig claims() {
        return claims;
    }

    /// Whether the MAC is this key's.
    boolean isSignedWith(byte[] key) {
        return Signature.matches(mac, claims, key);
    }

    String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("TLS.expire", claims.expireSeconds());
            json.writeStringField("TLS.ver", VERSION);
            json.writeNumberField("TLS.sdkappid", claims.sdkAppId().value());
            json.writeStringField("TLS.identifier", claims.userId().text());
            json.writeStringField("TLS.sig", Base64.getEncoder().encodeToString(mac));
            if (claims.userbuf() != null) {
                json.writeStringField("TLS.userbuf", claims.userbuf());
            }
            json.writeNumberField("TLS.time", claims.timeSeconds());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static TicketJson read(String text) throws Unreadable {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("it holds no JSON object");
            }
            TicketJson ticket = new Reader(parser).read();
            if (parser.nextToken() != null) {
                throw new Unreadable("something follows its JSON object");
            }
            return ticket;
        } catch (IOException malformed) {
            throw new Unreadable("its JSON is malformed or names a member twice");
        }
    }

    private static final class Reader {
        /// The end of the year 9999, up to which an instant can be written (RFC 3339).
        private static final long MAX_UNIX_SECONDS = 253_402_300_799L;

        private final JsonParser parser;
        private @Nullable String version;
        private @Nullable String identifier;
        private @Nullable Long sdkAppId;
        private @Nullable Long time;
        private @Nullable Long expire;
        private @Nullable String sig;
        private @Nullable String userbuf;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        TicketJson read() throws IOException, Unreadable {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                parser.nextToken();
                member(member);
            }
            if (!required("TLS.ver", version).equals(VERSION)) {
                throw new Unreadable("its TLS.ver is not \"2.0\"");
            }
            return new TicketJson(claims(), mac());
        }

        private void member(String member) throws IOException, Unreadable {
            switch (member) {
                case "TLS.ver" -> version = text(member);
                case "TLS.identifier" -> identifier = text(member);
                case "TLS.sdkappid" -> sdkAppId = integer(member);
                case "TLS.time" -> time = integer(member);
                case "TLS.expire" -> expire = integer(member);
                case "TLS.sig" -> sig = text(member);
                case "TLS.userbuf" -> userbuf = text(member);
                default -> parser.skipChildren();
            }
        }

        private String text(String member) throws IOException, Unreadable {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new Unreadable("its " + member + " is not a string");
            }
            return parser.getText();
        }

        private long integer(String member) throws IOException, Unreadable {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                    || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw new Unreadable("its " + member + " is not a whole number");
            }
            return parser.getLongValue();
        }

        private static <T> T required(String member, @Nullable T value) throws Unreadable {
            if (value == null) {
                throw new Unreadable("it has no " + member);
            }
            return value;
        }

        private UserSig claims() throws Unreadable {
            UserId user = UserId.of(required("TLS.identifier", identifier))
                    .orElseThrow(() -> new Unreadable("its TLS.identifier must be " + UserId.RULE));
            AppId app = AppId.of(required("TLS.sdkappid", sdkAppId))
                    .orElseThrow(() -> new Unreadable("its TLS.sdkappid is no SDKAppID"));
            long from = required("TLS.time", time);
            long life = required("TLS.expire", expire);
            if (!isYear9999OrBefore(from) || life > MAX_UNIX_SECONDS - from || life < -MAX_UNIX_SECONDS) {
                throw new Unreadable("its TLS.time or TLS.expire is out of range");
            }
            return new UserSig(app, user, from, life, userbuf);
        }

        private byte[] mac() throws Unreadable {
            try {
                return Base64.getDecoder().decode(required("TLS.sig", sig));
            } catch (IllegalArgumentException malformed) {
                throw new Unreadable("its TLS.sig is not base64");
            }
        }

        private static boolean isYear9999OrBefore(long unixSeconds) {
            return unixSeconds >= 0 && unixSeconds <= MAX_UNIX_SECONDS;
        }
    }
}
