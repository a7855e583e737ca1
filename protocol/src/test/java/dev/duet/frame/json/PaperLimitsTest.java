// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.part.StatusBody;
import dev.duet.id.AppId;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import dev.duet.testkit.KeptPaper;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The sizes that `docs/protocol.md` promises to authors of clients are the ones that are checked.
class PaperLimitsTest {
    private static final KeptPaper PAPER = new KeptPaper("protocol.md");

    private static void longest(String row, Predicate<String> isLegal) {
        largest("\\| " + row + " \\| (?:1 to|up to) ([0-9]+) ", size -> isLegal.test("a".repeat((int) size)));
    }

    /// The number that the row ends its range with is legal, the next is not.
    private static void largest(String row, LongPredicate isLegal) {
        Matcher match = Pattern.compile(row).matcher(PAPER.text());
        assertThat(match.find()).as("docs/protocol.md has a row %s", row).isTrue();
        long size = Long.parseLong(match.group(1));
        assertThat(isLegal.test(size)).as("%s: %d is legal", row, size).isTrue();
        assertThat(isLegal.test(size + 1)).as("%s: more is not", row).isFalse();
    }

    @Test
    void texts() {
        longest("`userId`", text -> UserId.of(text).isPresent());
        longest("`inviteId`, `loginId`", text -> InviteId.of(text).isPresent());
        longest("`inviteId`, `loginId`", text -> LoginId.of(text).isPresent());
        longest("`device\\.id`", text -> DeviceId.of(text).isPresent());
        longest("`strRoomId`", text -> RoomId.ofName(text).isPresent());
    }

    @Test
    void numbers() {
        largest(
                "\\| `roomId` \\| 1 to ([0-9]+);",
                number -> RoomId.ofNumber(number).isPresent());
        largest(
                "\\| `sdkAppId` \\| 1 to ([0-9]+) \\|",
                number -> AppId.of(number).isPresent());
    }

    @Test
    void frames() {
        PAPER.mustSay("A frame to the server is at most " + FrameReader.MAX_FRAME_BYTES + " bytes (9522 otherwise)");
        PAPER.mustSay("| Depth | at most " + FrameReader.MAX_DEPTH + " levels (-32600) |");
        PAPER.mustSay("at most " + FrameReader.MAX_NUMBER_CHARS + " characters |");
        PAPER.mustSay("a string of 1 to " + Members.MAX_ID_CHARS + " characters, echoed as it came");
    }

    @Test
    void data() {
        PAPER.mustSay("| 8001 | `data` is larger than " + Members.MAX_DATA_BYTES + " bytes |");
        PAPER.mustSay("| `data` of an invitation | any text of at most " + Members.MAX_DATA_BYTES + " bytes in UTF-8,");
        PAPER.mustSay("base64 with padding, at most " + RoomRequestBody.MAX_CUSTOM_BYTES + " bytes |");
        PAPER.mustSay("an object of at most " + RequestBody.MAX_PUSH_INFO_BYTES + " bytes, handed on as it came |");
    }

    @Test
    void users_and_what_they_say_of_themselves() {
        PAPER.mustSay("| `customStatus` | up to " + StatusBody.MAX_STATUS_CHARS + " characters |");
        PAPER.mustSay("Of `userIds`, 1 to " + RequestBody.MAX_ASKED + ", in their order");
        PAPER.mustSay("1 to " + RequestBody.MAX_SUBSCRIBED + " to subscribe to; up to " + RequestBody.MAX_SUBSCRIBED
                + " to end");
    }
}
