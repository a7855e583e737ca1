// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.part;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.json.member.Words;
import dev.duet.id.RoomId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects that describe rooms, as text.
public final class RoomText {
    private RoomText() {}

    public static void info(JsonGenerator json, @Nullable RoomInfo room) throws IOException {
        if (room == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        id(json, room.roomId());
        json.writeStringField("scene", Words.SCENE.word(room.scene()));
        users(json, room.users());
        MemberText.given(json, "together", room.together());
        json.writeEndObject();
    }

    public static void id(JsonGenerator json, RoomId roomId) throws IOException {
        switch (roomId) {
            case RoomId.Numbered(long number) -> json.writeNumberField("roomId", number);
            case RoomId.Named(String name) -> json.writeStringField("strRoomId", name);
        }
    }

    public static void users(JsonGenerator json, List<RoomUser> users) throws IOException {
        json.writeArrayFieldStart("users");
        for (RoomUser user : users) {
            json.writeStartObject();
            json.writeStringField("userId", user.userId().text());
            flags(json, user.media());
            if (user.held()) {
                json.writeBooleanField("held", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public static void flags(JsonGenerator json, MediaFlags media) throws IOException {
        json.writeBooleanField("audio", media.audio());
        json.writeBooleanField("video", media.video());
        json.writeBooleanField("screen", media.screen());
    }

    public static void wish(JsonGenerator json, ReceiveWish wish) throws IOException {
        json.writeBooleanField("audio", wish.audio());
        json.writeStringField("video", Words.RECEIVED_VIDEO.word(wish.video()));
        json.writeBooleanField("screen", wish.screen());
    }

    /// `media`, when anything is sent.
    public static void media(JsonGenerator json, MediaFlags media) throws IOException {
        if (!media.equals(MediaFlags.NONE)) {
            json.writeObjectFieldStart("media");
            flags(json, media);
            json.writeEndObject();
        }
    }
}
