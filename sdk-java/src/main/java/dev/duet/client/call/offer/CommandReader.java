// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.offer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.duet.id.RoomId;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `{"cmd":"av_call","msg":{…}}`. The guide writes the body as `msg` in one place and as `cmdInfo` in another:
/// both
/// are understood. The text comes from another app: whatever it is, nothing is thrown for it.
final class CommandReader {
    private static final JsonFactory JSON = new JsonFactory();
    /// A browser's numbers are doubles.
    private static final long MOST_EXACT = (1L << 53) - 1;

    /// @param namesRoom whether there is one, such as a server may have or not
    record Body(
            String callType, boolean namesRoom, @Nullable RoomId room, String reason) {}

    private final JsonParser parser;
    private boolean isCall;
    private @Nullable Body msg;
    private @Nullable Body cmdInfo;

    private CommandReader(JsonParser parser) {
        this.parser = parser;
    }

    static Optional<Body> read(String data) {
        try (JsonParser parser = JSON.createParser(data)) {
            return new CommandReader(parser).command();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private Optional<Body> command() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(parser.currentName(), parser.nextToken());
        }
        boolean isWhole = parser.nextToken() == null;
        return isWhole && isCall ? Optional.ofNullable(msg == null ? cmdInfo : msg) : Optional.empty();
    }

    private void member(String name, JsonToken value) throws IOException {
        boolean isObject = value == JsonToken.START_OBJECT;
        switch (name) {
            case "cmd" -> isCall = text(value).equals("av_call");
            case "msg" -> msg = isObject ? body() : null;
            case "cmdInfo" -> cmdInfo = isObject ? body() : null;
            default -> {}
        }
        parser.skipChildren();
    }

    private Body body() throws IOException {
        String callType = "";
        String reason = "";
        boolean namesRoom = false;
        RoomId room = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "callType" -> callType = text(value);
                case "reason" -> reason = text(value);
                case "roomId" -> {
                    namesRoom = isName(value);
                    room = namesRoom ? room(value) : null;
                }
                default -> {}
            }
            parser.skipChildren();
        }
        return new Body(callType, namesRoom, room, reason);
    }

    private String text(JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    /// What clients take for a room: a text that is not empty, a whole number above 0 that every one of them can hold.
    private boolean isName(JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT) {
            return !text(value).isEmpty();
        }
        return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && parser.getLongValue() > 0
                && parser.getLongValue() <= MOST_EXACT;
    }

    private @Nullable RoomId room(JsonToken value) throws IOException {
        Optional<RoomId> legal = value == JsonToken.VALUE_NUMBER_INT
                ? RoomId.ofNumber(parser.getLongValue())
                : RoomId.ofName(text(value));
        return legal.orElse(null);
    }
}
