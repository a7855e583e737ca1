// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a sleeping device is shown; handed to the server as it is, at most 4096 bytes as JSON. Every field of the guide
/// can be set: the common ones by name, those of vendors with [#with].
public final class OfflinePushInfo {
    private static final int LARGEST_BYTES = 4096;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    public OfflinePushInfo title(String title) {
        return put("title", title);
    }

    /// What people read.
    public OfflinePushInfo desc(String desc) {
        return put("desc", desc);
    }

    /// Handed to `onNotificationClicked` as it is.
    public OfflinePushInfo ext(String ext) {
        return put("ext", ext);
    }

    public OfflinePushInfo vendorParams(String vendorParams) {
        return put("vendorParams", vendorParams);
    }

    public OfflinePushInfo disablePush(boolean disablePush) {
        return put("disablePush", disablePush);
    }

    /// As `iOSSound`, `androidOPPOChannelID`, `androidVIVOCategory`, `harmonyCategory`.
    public OfflinePushInfo with(String field, String value) {
        return put(field, value);
    }

    /// As `androidVIVOClassification`, `iOSPushType`.
    public OfflinePushInfo with(String field, int value) {
        return put(field, value);
    }

    /// As `ignoreIOSBadge`, `enableIOSBackgroundNotification`.
    public OfflinePushInfo with(String field, boolean value) {
        return put(field, value);
    }

    private OfflinePushInfo put(String field, @Nullable Object value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        return this;
    }

    /// Whether the wire takes it.
    boolean fits() {
        String json = json();
        return Check.isText(json) && Check.bytes(json) <= LARGEST_BYTES;
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                write(json, field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, Object value) throws IOException {
        switch (value) {
            case Boolean flag -> json.writeBooleanField(name, flag);
            case Integer number -> json.writeNumberField(name, number);
            default -> json.writeStringField(name, value.toString());
        }
    }
}
