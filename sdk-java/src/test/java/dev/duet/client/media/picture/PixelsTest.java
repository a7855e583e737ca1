// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.synth.TestPicture;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelsTest {
    private static final Colour RED = new Colour(200, 30, 30);

    @Test
    void colours_survive_the_way_to_video_and_back() {
        for (Colour colour :
                new Colour[] {RED, new Colour(0, 0, 0), new Colour(255, 255, 255), new Colour(9, 99, 200)}) {
            assertThat(Colour.ofYuv(colour.y(), colour.u(), colour.v()).distance(colour))
                    .isLessThan(8);
        }
    }

    @Test
    void a_frame_of_odd_size_becomes_an_image_and_a_frame_again() {
        VideoFrame frame = TestPicture.draw(33, 17, RED, 0, 5);
        BufferedImage image = Pixels.toImage(frame);
        assertThat(image.getWidth()).isEqualTo(33);
        assertThat(Colour.ofRgb(image.getRGB(30, 8) & 0xFFFFFF).distance(RED)).isLessThan(8);
        assertThat(Colour.ofRgb(image.getRGB(0, 8) & 0xFFFFFF).distance(new Colour(255, 255, 255)))
                .isLessThan(8);
        VideoFrame again = Pixels.toFrame(image, 5);
        assertThat(Pixels.mean(again, 10, 2, 20, 12).distance(RED)).isLessThan(12);
    }

    @Test
    void a_frame_that_lies_is_stood_upright() {
        VideoFrame flat = TestPicture.draw(32, 16, RED, 0, 0);
        VideoFrame turned = new VideoFrame(32, 16, flat.y(), flat.u(), flat.v(), 90, 0);
        BufferedImage image = Pixels.toImage(turned);
        assertThat(image.getWidth()).isEqualTo(16);
        assertThat(image.getHeight()).isEqualTo(32);
        // Turned clockwise, the bar at the left is at the top.
        assertThat(Colour.ofRgb(image.getRGB(8, 0) & 0xFFFFFF).distance(new Colour(255, 255, 255)))
                .isLessThan(8);
        assertThat(Colour.ofRgb(image.getRGB(8, 31) & 0xFFFFFF).distance(RED)).isLessThan(8);
    }

    @Test
    void a_png_shows_the_frame(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("frame.png");
        Pixels.writePng(TestPicture.draw(32, 16, RED, 1, 0), file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(Colour.ofRgb(image.getRGB(2, 2) & 0xFFFFFF).distance(RED)).isLessThan(8);
    }
}
