// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Frames as one line of JSON text each: answers and events (for a server), requests (for a client). What it writes,
/// [FrameReader] reads back equal.
public final class FrameWriter {
    private static final int USUAL_CHARS = 512;

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private FrameWriter() {}

    public static String write(Ack ack) {
        return frame(json -> {
            switch (ack) {
                case Ack.Done(RequestId id, var result) -> {
                    id(json, id);
                    json.writeFieldName("result");
                    ResultText.write(json, result);
                }
                case Ack.Refused(RequestId id, var refusal) -> {
                    id(json, id);
                    json.writeObjectFieldStart("error");
                    json.writeNumberField("code", refusal.code().number());
                    json.writeStringField("message", refusal.message());
                    json.writeEndObject();
                }
            }
        });
    }

    public static String write(ServerEvent event) {
        return frame(json -> {
            json.writeStringField("method", EventText.method(event));
            json.writeObjectFieldStart("params");
            EventText.params(json, event);
            json.writeEndObject();
        });
    }

    public static String write(Request request) {
        ClientRequest body = request.body();
        return frame(json -> {
            id(json, request.id());
            json.writeStringField("method", RequestText.method(body));
            json.writeObjectFieldStart("params");
            RequestText.params(json, body);
            json.writeEndObject();
        });
    }

    /// Writes the members behind `jsonrpc`.
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String frame(Body body) {
        StringWriter text = new StringWriter(USUAL_CHARS);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            body.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void id(JsonGenerator json, @Nullable RequestId id) throws IOException {
        switch (id) {
            case RequestId.Text(String text) -> json.writeStringField("id", text);
            case RequestId.Numeric(long number) -> json.writeNumberField("id", number);
            case null -> json.writeNullField("id");
        }
    }
}
