// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duet.client.media.flow.VideoFrame.Plane;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private final PushedAudio source = new PushedAudio();
    private final List<PcmChunk> got = new ArrayList<>();
    private final AudioSink sink = got::add;
    private final PcmChunk chunk = PcmChunk.silence(48_000, 1);

    @Test
    void a_sink_that_is_added_twice_gets_all_once() {
        source.addSink(sink);
        source.addSink(sink);
        source.push(chunk);
        assertThat(got).hasSize(1);
        source.removeSink(sink);
        source.push(chunk);
        assertThat(got).hasSize(1);
    }

    @Test
    void a_sink_that_throws_hurts_no_other() {
        source.addSink(each -> {
            throw new IllegalStateException("a bug of the app, thrown by a test");
        });
        source.addSink(sink);
        source.push(chunk);
        assertThat(got).hasSize(1);
    }

    @Test
    void nothing_comes_of_a_closed_source() {
        source.addSink(sink);
        source.close();
        source.close();
        source.push(chunk);
        assertThat(got).isEmpty();
        assertThat(source.ended()).isCompleted();
    }

    @Test
    void a_source_that_broke_tells_why_and_stays_broken() {
        source.fail(new IllegalStateException("unplugged"));
        source.close();
        assertThat(source.ended()).isCompletedExceptionally();
    }

    @Test
    void nobody_else_ends_a_source() {
        source.ended().complete(null);
        source.addSink(sink);
        source.push(chunk);
        assertThat(got).hasSize(1);
    }

    @Test
    void frames_and_chunks_have_what_they_say() {
        assertThatThrownBy(() -> PcmChunk.of(new short[479], 48_000, 1)).hasMessageContaining("480");
        assertThatThrownBy(() -> PcmChunk.silence(44_150, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VideoFrame.ofPacked(4, 4, new byte[23], 0)).hasMessageContaining("24");
        Plane luma = new Plane(ByteBuffer.allocate(16), 4);
        Plane chroma = new Plane(ByteBuffer.allocate(4), 2);
        assertThatThrownBy(() -> new VideoFrame(5, 4, luma, chroma, chroma, 0, 0))
                .hasMessageContaining("plane y");
        assertThatThrownBy(() -> new VideoFrame(4, 4, luma, chroma, chroma, 45, 0))
                .hasMessageContaining("rotation");
        assertThat(VideoFrame.packedSize(5, 3)).isEqualTo(15 + 2 * 6);
    }
}
