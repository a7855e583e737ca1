// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.ring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/// What the guide's JSON says of a call: the `ext` of a push, `{"entity":{"content":…,"sender":…,"nickname":…}}`,
/// and the data of an invitation, `{"cmd":"av_call","cmdInfo":{"callType":…}}`, which a push carries as
/// `content`. Whatever is missing, or no JSON at all, is empty: a call rings all the same.
record CallText(String sender, String nickname, boolean video) {
    static final CallText NOTHING = new CallText("", "", false);

    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 8;

    static CallText of(String text) {
        return of(text, DEEPEST);
    }

    private static CallText of(String text, int depth) {
        String sender = "";
        String nickname = "";
        boolean video = false;
        try (JsonParser json = JSON.createParser(text)) {
            String name = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = json.currentName();
                } else if (token == JsonToken.VALUE_STRING) {
                    String value = json.getText();
                    switch (name) {
                        case "sender" -> sender = value;
                        case "nickname" -> nickname = value;
                        case "callType" -> video |= value.startsWith("video");
                        case "content" -> video |= depth > 0 && of(value, depth - 1).video;
                        default -> {}
                    }
                }
            }
        } catch (IOException noJson) {
            return new CallText(sender, nickname, video);
        }
        return new CallText(sender, nickname, video);
    }
}
