// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import dev.duet.media.sdp.SdpRefusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one text as SDP, line by line, within bounds.
///
/// Lines that calls have no use for (`s=`, `t=`, `b=` and the like) are checked for their form and dropped.
final class SdpReader {
    /// An offer of Chromium with three sections has 9 KiB.
    static final int LONGEST_TEXT = 64 * 1024;

    /// A call has three sections; some clients add a data channel or leave stopped ones behind.
    static final int MOST_SECTIONS = 16;

    private static final int LONGEST_LINE = 4096;
    private static final String LINE_TYPES = "vosiuepcbtrzkam";
    private static final Pattern MEDIA =
            Pattern.compile("([!-~]{1,32}) ([0-9]{1,5})(?:/[0-9]{1,5})? ([!-~]{1,64})((?: [!-~]{1,64}){1,200})");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final List<SdpAttribute> attributes = new ArrayList<>();
    private final List<MediaSection> sections = new ArrayList<>();
    private String origin = "";
    private @Nullable OpenSection open;
    private int lineNumber;

    static SdpParse read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return new SdpRefusal(Reason.TOO_LARGE, "Send at most 64 KiB of SDP.");
        }
        return new SdpReader().readLines(text);
    }

    private SdpParse readLines(String text) {
        for (String line : text.split("\n", -1)) {
            lineNumber++;
            String content = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (content.isEmpty() && isTail(text, line)) {
                break;
            }
            SdpRefusal refusal = readLine(content);
            if (refusal != null) {
                return refusal;
            }
        }
        close();
        return lineNumber < 2 || origin.isEmpty()
                ? malformed("Send a whole session description, from `v=0` on")
                : new SessionDescription(origin, attributes, sections);
    }

    /// Whether only the end of the last line is left.
    private boolean isTail(String text, String line) {
        return lineNumber > 1 && text.endsWith("\n" + line);
    }

    private @Nullable SdpRefusal readLine(String line) {
        if (line.length() > LONGEST_LINE) {
            return malformed("Keep lines under 4 KiB");
        }
        if (line.length() < 2 || line.charAt(1) != '=' || LINE_TYPES.indexOf(line.charAt(0)) < 0) {
            return malformed("Write every line as a known letter, `=` and a value");
        }
        if (line.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return malformed("Leave control characters out");
        }
        String value = line.substring(2);
        if (lineNumber == 1) {
            return line.equals("v=0") ? null : malformed("Begin with `v=0`");
        }
        return switch (line.charAt(0)) {
            case 'o' -> readOrigin(value);
            case 'c' -> readConnection(value);
            case 'm' -> readMedia(value);
            case 'a' -> readAttribute(value);
            default -> null;
        };
    }

    private @Nullable SdpRefusal readOrigin(String value) {
        if (!origin.isEmpty() || value.isEmpty() || open != null) {
            return malformed("Write one `o=` line, in front of every section");
        }
        origin = value;
        return null;
    }

    private @Nullable SdpRefusal readConnection(String value) {
        OpenSection section = open;
        if (section != null) {
            section.connection = value;
        }
        return null;
    }

    private @Nullable SdpRefusal readMedia(String value) {
        Matcher media = MEDIA.matcher(value);
        if (!media.matches() || Integer.parseInt(media.group(2)) > 0xffff) {
            return malformed("Write `m=` lines as media, port, protocol and formats");
        }
        close();
        if (sections.size() == MOST_SECTIONS) {
            return new SdpRefusal(Reason.TOO_MANY_SECTIONS, "Offer at most 16 media sections.");
        }
        open = new OpenSection(media);
        return null;
    }

    private @Nullable SdpRefusal readAttribute(String value) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        if (!ATTRIBUTE_NAME.matcher(name).matches()) {
            return malformed("Write attributes as `a=name` or `a=name:value`");
        }
        OpenSection section = open;
        (section == null ? attributes : section.attributes)
                .add(new SdpAttribute(name, colon < 0 ? "" : value.substring(colon + 1)));
        return null;
    }

    private void close() {
        OpenSection section = open;
        if (section != null) {
            sections.add(section.build());
            open = null;
        }
    }

    private SdpRefusal malformed(String whatToDo) {
        return new SdpRefusal(Reason.MALFORMED, whatToDo + " (SDP line " + lineNumber + ").");
    }

    /// The section whose lines are being read.
    private static final class OpenSection {
        private final Matcher media;
        private final List<SdpAttribute> attributes = new ArrayList<>();
        private String connection = "";

        OpenSection(Matcher media) {
            this.media = media;
        }

        MediaSection build() {
            return new MediaSection(
                    media.group(1),
                    Integer.parseInt(media.group(2)),
                    media.group(3),
                    List.of(media.group(4).strip().split(" ", -1)),
                    connection,
                    attributes);
        }
    }
}
