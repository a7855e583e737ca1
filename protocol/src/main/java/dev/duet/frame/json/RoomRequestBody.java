// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Scene;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.member.Words;
import dev.duet.frame.json.part.RoomBody;
import dev.duet.id.InviteId;
import java.io.IOException;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The params of the methods about rooms and media, read into their records.
final class RoomRequestBody {
    static final int MAX_CUSTOM_BYTES = 1024;
    private static final int MAX_CUSTOM_CHARS = 4 * ((MAX_CUSTOM_BYTES + 2) / 3);

    private RoomRequestBody() {}

    /// What `enterRoom` and `warmUp` say alike.
    private record Entry(
            RoomBody.Name room,
            Scene scene,
            String sdp,
            MediaFlags media,
            @Nullable InviteId inviteId,
            @Nullable String userSig,
            @Nullable String privateMapKey) {

        static Entry read(Members params) throws IOException, Flaw {
            RoomBody.Name room = new RoomBody.Name();
            Scene scene = null;
            String sdp = null;
            MediaFlags media = MediaFlags.NONE;
            InviteId inviteId = null;
            String userSig = null;
            String privateMapKey = null;
            while (params.next()) {
                switch (params.name()) {
                    case "scene" -> scene = params.word(Words.SCENE);
                    case "sdp" -> sdp = offer(params);
                    case "media" -> media = RoomBody.flags(params.object());
                    case "inviteId" -> inviteId = params.inviteId();
                    case "userSig" -> userSig = given(params.text(0, FrameReader.MAX_FRAME_BYTES));
                    case "privateMapKey" -> privateMapKey = given(params.text(0, FrameReader.MAX_FRAME_BYTES));
                    default -> RoomBody.skipUnless(room.takes(params), params);
                }
            }
            room.required(params);
            return new Entry(
                    room,
                    params.required("scene", scene),
                    params.required("sdp", sdp),
                    media,
                    inviteId,
                    userSig,
                    privateMapKey);
        }

        private static @Nullable String given(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    static ClientRequest enterRoom(Members params) throws IOException, Flaw {
        Entry entry = Entry.read(params);
        return new ClientRequest.EnterRoom(
                entry.room.required(params), entry.scene, entry.sdp, entry.media, entry.userSig, entry.privateMapKey);
    }

    static ClientRequest warmUp(Members params) throws IOException, Flaw {
        Entry entry = Entry.read(params);
        return new ClientRequest.WarmUp(
                params.required("inviteId", entry.inviteId),
                entry.room.required(params),
                entry.scene,
                entry.sdp,
                entry.media,
                entry.userSig,
                entry.privateMapKey);
    }

    /// A method whose one member is an offer.
    static ClientRequest offer(Members params, Function<String, ClientRequest> request) throws IOException, Flaw {
        String sdp = null;
        while (params.next()) {
            switch (params.name()) {
                case "sdp" -> sdp = offer(params);
                default -> params.skip();
            }
        }
        return request.apply(params.required("sdp", sdp));
    }

    private static String offer(Members params) throws IOException, Flaw {
        return params.text(1, FrameReader.MAX_FRAME_BYTES);
    }

    static ClientRequest exitRoom(Members params) throws IOException, Flaw {
        RoomBody.Name room = new RoomBody.Name();
        while (params.next()) {
            RoomBody.skipUnless(room.takes(params), params);
        }
        return new ClientRequest.ExitRoom(room.id());
    }

    static ClientRequest sendCustomCmd(Members params) throws IOException, Flaw {
        Long cmdId = null;
        String data = null;
        boolean reliable = true;
        boolean ordered = true;
        while (params.next()) {
            switch (params.name()) {
                case "cmdId" -> cmdId = params.integer(1, 10);
                case "data" -> data = base64(params);
                case "reliable" -> reliable = params.flag();
                case "ordered" -> ordered = params.flag();
                default -> params.skip();
            }
        }
        return new ClientRequest.SendCustomCmd(
                params.required("cmdId", cmdId).intValue(), params.required("data", data), reliable, ordered);
    }

    /// Base64 in its one canonical spelling (RFC 4648 section 3.5), so that each side may compare text.
    private static String base64(Members params) throws IOException, Flaw {
        String expected = "base64 with padding of at most " + MAX_CUSTOM_BYTES + " bytes";
        String text = params.text(0, FrameReader.MAX_FRAME_BYTES);
        if (text.length() > MAX_CUSTOM_CHARS) {
            throw params.flaw(expected);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length <= MAX_CUSTOM_BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return text;
            }
        } catch (IllegalArgumentException malformed) {
            throw params.flaw(expected);
        }
        throw params.flaw(expected);
    }
}
