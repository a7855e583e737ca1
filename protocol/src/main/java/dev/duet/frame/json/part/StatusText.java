// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.part;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.UserStatus;
import java.io.IOException;
import java.util.List;

/// What is said of who can be reached, as text.
public final class StatusText {
    private StatusText() {}

    public static void statuses(JsonGenerator json, List<UserStatus> statuses) throws IOException {
        json.writeArrayFieldStart("statuses");
        for (UserStatus status : statuses) {
            json.writeStartObject();
            json.writeStringField("userId", status.userId().text());
            json.writeNumberField("status", status.presence().number());
            json.writeStringField("customStatus", status.customStatus());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
