// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.duet.frame.Ack;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.ResultKind;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Any text: nothing throws, and what reads is written as text that reads the same. Seeds are frames of `contract/`.
class FrameReaderFuzzTest {

    @FuzzTest
    void what_reads_is_written_as_it_reads(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (FrameReader.request(text) instanceof Reading.Understood<Request> understood) {
            String written = FrameWriter.write(understood.frame());
            if (fits(written)) {
                mustEqual(understood, FrameReader.request(written), written);
            }
        }
        if (FrameReader.fromServer(text, FrameReaderFuzzTest::kind)
                        instanceof Reading.Understood<ServerFrame> understood
                && !(understood.frame() instanceof ServerFrame.Unlisted)) {
            String written = write(understood.frame());
            mustEqual(understood, FrameReader.fromServer(written, FrameReaderFuzzTest::kind), written);
        }
    }

    /// Lets the id choose what the answer is to.
    private static Optional<ResultKind> kind(RequestId id) {
        ResultKind[] kinds = ResultKind.values();
        return Optional.of(kinds[Math.floorMod(id.hashCode(), kinds.length)]);
    }

    private static String write(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Answer(Ack ack) -> FrameWriter.write(ack);
            case ServerFrame.Told(ServerEvent event) -> FrameWriter.write(event);
            case ServerFrame.Unlisted unlisted -> throw new AssertionError("no server of this version says it");
        };
    }

    /// Defaults are written out, so a frame at the limit may outgrow it.
    private static boolean fits(String written) {
        return written.length() * 3L <= FrameReader.MAX_FRAME_BYTES;
    }

    private static void mustEqual(Object read, Object again, String written) {
        if (!read.equals(again)) {
            throw new AssertionError(read + " became " + again + " through " + written);
        }
    }
}
