// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.member;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.duet.error.ErrorCode;
import dev.duet.frame.RequestId;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A walk over the members of one JSON object, with a reader for each type of value. A member that is null counts as
/// absent. Each reader names its member when the value is not what it expects.
public final class Members {
    public static final int MAX_DATA_BYTES = 12288;
    public static final long MAX_TIMEOUT_SECONDS = 86400;
    public static final int MAX_ID_CHARS = 64;
    private static final int MAX_LIST = 1000;
    /// The last millisecond of the year 9999, the end of RFC 3339.
    private static final long MAX_UNIX_MS = 253_402_300_799_999L;

    private final JsonParser parser;
    private final int depth;
    private final String source;
    private final ErrorCode code;
    private final String path;
    private String name = "";

    private Members(JsonParser parser, String source, ErrorCode code, String path) {
        this.parser = parser;
        this.depth = depthOf(parser);
        this.source = source;
        this.code = code;
        this.path = path;
    }

    /// The members of the object that `parser` has just entered; `source` is the whole text it reads.
    public static Members of(JsonParser parser, String source, ErrorCode code) {
        return new Members(parser, source, code, "");
    }

    private static int depthOf(JsonParser parser) {
        return parser.getParsingContext().getNestingDepth();
    }

    /// Moves to the next member that has a value.
    public boolean next() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                return true;
            }
        }
        return false;
    }

    public String name() {
        return name;
    }

    public void skip() throws IOException {
        parser.skipChildren();
    }

    /// Walks to the end.
    public void skipRest() throws IOException {
        while (next()) {
            skip();
        }
    }

    /// Leaves a value in which a flaw was found, so that the walk can go on behind it.
    public void leaveValue() throws IOException {
        JsonToken token = parser.currentToken();
        while (depthOf(parser) != depth && token != null) {
            token = parser.nextToken();
        }
    }

    public Flaw flaw(String expected) {
        return flawOf(name, expected);
    }

    public Flaw flawOf(String member, String expected) {
        return new Flaw(code, "`" + path + member + "` must be " + expected + ".");
    }

    /// The value, when there was one.
    public <T> T required(String member, @Nullable T value) throws Flaw {
        if (value == null) {
            throw new Flaw(code, "`" + path + member + "` is missing.");
        }
        return value;
    }

    public boolean flag() throws Flaw {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw flaw("true or false");
        };
    }

    public long integer(long min, long max) throws IOException, Flaw {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            long value = parser.getLongValue();
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw flaw("an integer from " + min + " to " + max + ", without fraction or exponent");
    }

    public double percent() throws IOException, Flaw {
        if (parser.currentToken().isNumeric()) {
            double value = parser.getDoubleValue();
            if (value >= 0 && value <= 100) {
                return value == 0 ? 0 : value; // -0.0 is 0
            }
        }
        throw flaw("a number from 0 to 100");
    }

    public Duration seconds(long min, long max) throws IOException, Flaw {
        return Duration.ofSeconds(integer(min, max));
    }

    public Duration millis() throws IOException, Flaw {
        return Duration.ofMillis(integer(0, MAX_UNIX_MS));
    }

    public Instant unixMillis() throws IOException, Flaw {
        return Instant.ofEpochMilli(integer(0, MAX_UNIX_MS));
    }

    public String text(int min, int max) throws IOException, Flaw {
        String text = string("a string of " + min + " to " + max + " characters");
        if (text.length() < min || text.length() > max) {
            throw flaw("a string of " + min + " to " + max + " characters");
        }
        return text;
    }

    public String data() throws IOException, Flaw {
        String text = string("a string");
        if (!Unicode.fits(text, MAX_DATA_BYTES)) {
            throw new Flaw(
                    ErrorCode.MESSAGE_TOO_LARGE,
                    "`" + path + name + "` must be at most " + MAX_DATA_BYTES + " bytes in UTF-8; keep it elsewhere"
                            + " and send a reference.");
        }
        return text;
    }

    public UserId userId() throws IOException, Flaw {
        return legal(UserId.of(string(UserId.RULE)), UserId.RULE);
    }

    public InviteId inviteId() throws IOException, Flaw {
        return legal(InviteId.of(string(InviteId.RULE)), InviteId.RULE);
    }

    public DeviceId deviceId() throws IOException, Flaw {
        return legal(DeviceId.of(string(DeviceId.RULE)), DeviceId.RULE);
    }

    public LoginId loginId() throws IOException, Flaw {
        return legal(LoginId.of(string(LoginId.RULE)), LoginId.RULE);
    }

    /// The room of this number, or null for 0, which says that there is none.
    @Nullable
    public RoomId roomNumber() throws IOException, Flaw {
        return RoomId.ofNumber(integer(0, RoomId.Numbered.MAX)).orElse(null);
    }

    /// The room of this name, or null for the empty name, which says that there is none.
    @Nullable
    public RoomId roomName() throws IOException, Flaw {
        String text = string(RoomId.Named.RULE);
        return text.isEmpty() ? null : legal(RoomId.ofName(text), RoomId.Named.RULE);
    }

    public RequestId requestId() throws IOException, Flaw {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return new RequestId.Numeric(integer(Long.MIN_VALUE, Long.MAX_VALUE));
        }
        String expected = "an integer or a string of 1 to " + MAX_ID_CHARS + " characters";
        String text = string(expected);
        if (text.isEmpty() || text.length() > MAX_ID_CHARS) {
            throw flaw(expected);
        }
        return new RequestId.Text(text);
    }

    public <E extends Enum<E>> E word(Spelling<E> spelling) throws IOException, Flaw {
        E constant = parser.currentToken() == JsonToken.VALUE_STRING ? spelling.constant(parser.getText()) : null;
        if (constant == null) {
            throw flaw("one of " + String.join(", ", spelling.words()));
        }
        return constant;
    }

    /// The members of a method's `params`, whose flaws are wrong params.
    public Members params() throws Flaw {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Flaw(ErrorCode.WRONG_PARAMS, "`" + name + "` must be an object.");
        }
        return new Members(parser, source, ErrorCode.WRONG_PARAMS, "");
    }

    /// The value of `jsonrpc`.
    public void version() throws IOException, Flaw {
        if (parser.currentToken() != JsonToken.VALUE_STRING || !parser.getText().equals("2.0")) {
            throw flaw("\"2.0\"");
        }
    }

    /// What is wrong with a member that may not be here.
    public Flaw stranger() {
        boolean isPrintable = name.length() <= 64 && name.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '`');
        return new Flaw(code, isPrintable ? "`" + name + "` has no place here; remove it." : "A member is unknown.");
    }

    public Members object() throws Flaw {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw flaw("an object");
        }
        return new Members(parser, source, code, path + name + '.');
    }

    /// The object's own text, for values that are handed on as they came.
    public String rawObject(int maxBytes) throws IOException, Flaw {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw flaw("an object");
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        while (parser.nextToken() != JsonToken.END_OBJECT || depthOf(parser) != depth) {
            boolean isText =
                    parser.currentToken() == JsonToken.VALUE_STRING || parser.currentToken() == JsonToken.FIELD_NAME;
            if (isText && !Unicode.isWellFormed(parser.getText())) {
                throw halfPair();
            }
        }
        String raw = source.substring(start, (int) parser.currentTokenLocation().getCharOffset() + 1);
        if (!Unicode.fits(raw, maxBytes)) {
            throw flaw("an object of at most " + maxBytes + " bytes");
        }
        return raw;
    }

    /// Reads one element of a list, which is the parser's current value.
    public interface Element<T> {
        T read(Members element) throws IOException, Flaw;
    }

    public <T> List<T> list(Element<T> element) throws IOException, Flaw {
        return list(0, MAX_LIST, element);
    }

    public <T> List<T> list(int min, int max, Element<T> element) throws IOException, Flaw {
        String expected = "an array of " + min + " to " + max + " elements";
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw flaw(expected);
        }
        List<T> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements.size() == max) {
                throw flaw(expected);
            }
            elements.add(element.read(this));
        }
        if (elements.size() < min) {
            throw flaw(expected);
        }
        return elements;
    }

    private String string(String expected) throws IOException, Flaw {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw flaw(expected);
        }
        String text = parser.getText();
        if (!Unicode.isWellFormed(text)) {
            throw halfPair();
        }
        return text;
    }

    private Flaw halfPair() {
        return flaw("text without half a surrogate pair");
    }

    private <T> T legal(Optional<T> value, String rule) throws Flaw {
        return value.orElseThrow(() -> flaw(rule));
    }
}
