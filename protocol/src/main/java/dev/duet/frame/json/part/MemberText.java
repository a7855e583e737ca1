// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.part;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members that several frames have, as text.
public final class MemberText {
    private MemberText() {}

    public static void userIds(JsonGenerator json, String member, List<UserId> userIds) throws IOException {
        json.writeArrayFieldStart(member);
        for (UserId userId : userIds) {
            json.writeString(userId.text());
        }
        json.writeEndArray();
    }

    /// The member, when there is something to say.
    /// A time, when there is one.
    public static void given(JsonGenerator json, String member, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeNumberField(member, time.toEpochMilli());
        }
    }

    public static void given(JsonGenerator json, String member, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(member, text);
        }
    }
}
