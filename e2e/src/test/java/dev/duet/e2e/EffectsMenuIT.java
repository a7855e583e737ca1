// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The effects menu of the calling page. No person is in the pictures, so a background is all of them.
class EffectsMenuIT extends TwoBrowsers {
    private static final String LOADED = """
            () => performance.getEntriesByType('resource').map(each => each.name).filter(name => name.includes('/effects/'))""";

    @Test
    void nothing_is_loaded_before_the_menu_is_opened_and_the_other_side_then_sees_what_is_chosen() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        bob.seesColour(FakeMedia.Colour.RED);
        assertThat((List<?>) alice.page().evaluate(LOADED)).isEmpty();

        alice.click("effects");
        alice.seesNo("effects-status");
        alice.at("effects-file").setInputFiles(bluePicture());
        bob.seesColour(FakeMedia.Colour.BLUE);
        assertThat((List<?>) alice.page().evaluate(LOADED)).isNotEmpty();

        alice.click("effects-off");
        bob.seesColour(FakeMedia.Colour.RED);
    }

    @Test
    void what_was_chosen_is_there_in_the_next_call_of_this_browser() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.click("effects");
        alice.at("effects-file").setInputFiles(bluePicture());
        bob.seesColour(FakeMedia.Colour.BLUE);
        alice.click("hang-up");
        bob.seesEnd("hangup");

        alice.page().reload();
        alice.seesConnection("online");
        alice.callVideo("bob");
        bob.click("accept");
        bob.seesColour(FakeMedia.Colour.BLUE);
    }

    @Test
    void a_voice_without_noise_is_still_heard() {
        Tab alice = red("alice");
        Tab bob = blue("bob");
        talkByVideo(alice, "bob", bob);
        alice.click("effects");
        alice.at("effects-noise").check();
        PlaywrightAssertions.assertThat(alice.at("effects-noise")).isChecked();
        bob.hears();
        alice.seesNo("effects-status");
    }

    private static FilePayload bluePicture() {
        BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 640, 360);
        pen.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return new FilePayload("blue.png", "image/png", png.toByteArray());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
