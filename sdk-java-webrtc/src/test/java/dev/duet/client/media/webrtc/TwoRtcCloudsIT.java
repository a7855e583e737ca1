// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import static dev.duet.client.media.webrtc.Caller.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.picture.Colour;
import dev.duet.client.rtc.type.RtcSnapshotSourceType;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two room clients on a whole server and real media.
class TwoRtcCloudsIT {
    private static final Colour RED = new Colour(200, 30, 30);
    private static final Colour BLUE = new Colour(30, 30, 200);

    @Test
    void picture_tone_commands_and_snapshots_pass_between_two_in_a_room(@TempDir Path folder) {
        try (CallServer server = CallServer.start(folder);
                RoomGuest alice = new RoomGuest(server, "alice", RED, 400);
                RoomGuest bob = new RoomGuest(server, "bob", BLUE, 1_000)) {
            alice.enter("java");
            bob.enter("java");
            until(
                    "picture and tone both ways",
                    () -> Caller.shows(alice.seen, BLUE)
                            && Caller.shows(bob.seen, RED)
                            && Caller.carries(alice.heard, 1_000)
                            && Caller.carries(bob.heard, 400));

            assertThat(alice.rtc.sendCustomCmdMsg(7, "hello", true, true)).isTrue();
            until("the command", () -> bob.told.contains("alice says 7 hello"));

            bob.rtc.snapshotVideo("alice", RtcVideoStreamType.BIG, RtcSnapshotSourceType.STREAM);
            until("the snapshot", () -> bob.snapshot != null);
            assertThat(middle(Objects.requireNonNull(bob.snapshot)).distance(RED))
                    .isLessThan(40);

            alice.rtc.exitRoom();
            until("alice has left", () -> bob.told.contains("alice left 0"));
            assertThat(alice.told).containsExactly("bob entered");
            assertThat(bob.told).containsExactly("alice entered", "alice says 7 hello", "alice left 0");
        }
    }

    /// Of a picture whose bar passes: the nearer to red of two places.
    private static Colour middle(BufferedImage image) {
        Colour left = Colour.ofRgb(image.getRGB(image.getWidth() / 8, image.getHeight() / 2));
        Colour right = Colour.ofRgb(image.getRGB(image.getWidth() * 7 / 8, image.getHeight() / 2));
        return left.distance(RED) < right.distance(RED) ? left : right;
    }
}
