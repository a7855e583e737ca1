// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import com.microsoft.playwright.Browser;
import dev.duet.client.media.picture.Colour;
import dev.duet.e2e.Browsers;
import dev.duet.e2e.Tab;

/// Firefox makes its media up: one colour that changes slowly, which its own preview shows as well, and a steady tone.
/// It
/// analyses no sound without a sound card, so that of Java's tone only the energy is known there.
class JavaAndFirefoxIT extends JavaAndBrowser {
    private static final int FAKE_HERTZ = 1_000;

    @Override
    Browser launch(Browsers installed) {
        return installed.firefox();
    }

    @Override
    void javaSeesAndHears(JavaPhone java, Tab page) {
        JavaPhone.until("Firefox's colour", () -> {
            Colour shown = page.colourOf("local-video");
            return shown.rgb() != 0 && java.colour().distance(shown) < 50;
        });
        JavaPhone.until("Firefox's tone", () -> Math.abs(java.ear().hertz() - FAKE_HERTZ) < 25);
    }

    @Override
    void hearsTone(Tab page) {
        page.hears();
    }
}
