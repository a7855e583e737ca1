// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.view.VideoView.Fill;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VideoViewTest {
    private static final Colour RED = new Colour(200, 30, 30);
    private static final Colour BLACK = new Colour(0, 0, 0);
    private static final Colour WHITE = new Colour(255, 255, 255);

    private final VideoView view = new VideoView();

    @BeforeAll
    static void withoutAScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void a_picture_that_fits_has_bars() throws Exception {
        view.frame(TestPicture.draw(64, 32, RED, 0.5, 0));
        BufferedImage painted = paint(100, 100);
        assertThat(at(painted, 10, 5).distance(BLACK)).isLessThan(8);
        assertThat(at(painted, 10, 50).distance(RED)).isLessThan(8);
    }

    @Test
    void a_cropped_picture_fills_the_view() throws Exception {
        SwingUtilities.invokeAndWait(() -> view.setFill(Fill.CROP));
        view.frame(TestPicture.draw(64, 32, RED, 0.5, 0));
        assertThat(at(paint(100, 100), 10, 5).distance(RED)).isLessThan(8);
        assertThat(VideoView.place(64, 32, 100, 100, Fill.CROP)).isEqualTo(new Rectangle(-50, 0, 200, 100));
    }

    @Test
    void a_mirror_swaps_left_and_right() throws Exception {
        view.frame(TestPicture.draw(64, 32, RED, 0, 0));
        assertThat(at(paint(128, 64), 3, 30).distance(WHITE)).isLessThan(20);
        SwingUtilities.invokeAndWait(() -> view.setMirrored(true));
        BufferedImage painted = paint(128, 64);
        assertThat(at(painted, 3, 30).distance(RED)).isLessThan(8);
        assertThat(at(painted, 124, 30).distance(WHITE)).isLessThan(20);
    }

    @Test
    void nothing_is_shown_before_the_first_picture_and_after_clearing() throws Exception {
        assertThat(at(paint(50, 50), 25, 25)).isEqualTo(BLACK);
        view.frame(TestPicture.draw(50, 50, RED, 0, 0));
        view.clear();
        assertThat(at(paint(50, 50), 25, 25)).isEqualTo(BLACK);
    }

    private BufferedImage paint(int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        SwingUtilities.invokeAndWait(() -> {
            view.setSize(width, height);
            Graphics graphics = image.createGraphics();
            view.paint(graphics);
            graphics.dispose();
        });
        return image;
    }

    private static Colour at(BufferedImage image, int x, int y) {
        return Colour.ofRgb(image.getRGB(x, y) & 0xFFFFFF);
    }
}
