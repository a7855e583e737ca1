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

    /// @param room empty when there is none, or one that no server has
    record Body(String callType, Optional<RoomId> room, String reason) {}

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
        Optional<RoomId> room = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "callType" -> callType = text(value);
                case "reason" -> reason = text(value);
                case "roomId" -> room = room(value);
                default -> {}
            }
            parser.skipChildren();
        }
        return new Body(callType, room, reason);
    }

    private String text(JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    private Optional<RoomId> room(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return RoomId.ofNumber(parser.getLongValue());
        }
        return RoomId.ofName(text(value));
    }
}
