// SPDX-License-Identifier: Apache-2.0
package dev.duet.usersig;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The cases of `contract/usersig-vectors.json`, each as a flat table of its members.
final class Vectors {
    private static final Path FILE = Path.of("..", "contract", "usersig-vectors.json");

    private Vectors() {}

    record Case(Map<String, String> members) {
        String text(String member) {
            return Objects.requireNonNull(members.get(member), member);
        }

        @Nullable
        String textOrNull(String member) {
            return members.get(member);
        }

        long number(String member) {
            return Long.parseLong(text(member));
        }

        AppId app() {
            return new AppId(number("sdkAppId"));
        }

        UserId user() {
            return new UserId(text("userId"));
        }

        AppSecret secret() {
            return AppSecret.of(text("key"));
        }

        Instant now() {
            return Instant.ofEpochSecond(number("now"));
        }

        RoomId room() {
            String name = members.get("strRoomId");
            return name == null ? new RoomId.Numbered(number("roomId")) : new RoomId.Named(name);
        }

        @Override
        public String toString() {
            return text("name");
        }
    }

    static List<Case> of(String list) {
        try (JsonParser parser = new JsonFactory().createParser(FILE.toFile())) {
            while (!(parser.nextToken() == JsonToken.FIELD_NAME
                    && parser.currentName().equals(list))) {
                Objects.requireNonNull(parser.currentToken(), list);
            }
            parser.nextToken();
            List<Case> cases = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                cases.add(new Case(members(parser)));
            }
            return cases;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Map<String, String> members(JsonParser parser) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken().isStructStart()) {
                parser.skipChildren();
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                members.put(name, parser.getText());
            }
        }
        return members;
    }
}
