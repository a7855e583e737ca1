// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.duet.client.media.picture.Colour;
import dev.duet.e2e.Browsers;
import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.Tab;

/// Chromium plays files: a red picture, and syllables of a voice between 100 and 180 Hz.
class JavaAndChromiumIT extends JavaAndBrowser {
    /// Whether the loudest frequency of what the page receives is this one; asked for again and again.
    private static final String TONE = """
            hertz => {
                if (!window.__ear) {
                    const context = new AudioContext();
                    const { track } = window.__peers.at(-1).getReceivers().find(each => each.track.kind === 'audio');
                    window.__ear = new AnalyserNode(context, { fftSize: 8192 });
                    context.createMediaStreamSource(new MediaStream([track])).connect(window.__ear);
                }
                const levels = new Float32Array(window.__ear.frequencyBinCount);
                window.__ear.getFloatFrequencyData(levels);
                const peak = levels.reduce((best, level, i) => level > levels[best] ? i : best, 0);
                return Math.abs(peak * window.__ear.context.sampleRate / window.__ear.fftSize - hertz) < 20;
            }""";

    @Override
    Browser launch(Browsers installed) {
        return installed.chromium(FakeMedia.Colour.RED);
    }

    @Override
    void javaSeesAndHears(JavaPhone java, Tab page) {
        JavaPhone.until("red", () -> {
            Colour seen = java.colour();
            return seen.red() > seen.blue() + 40;
        });
        JavaPhone.until("voice", () -> {
            int hertz = java.ear().hertz();
            return hertz > 90 && hertz < 190;
        });
    }

    @Override
    void hearsTone(Tab page) {
        page.page().waitForFunction(TONE, JavaPhone.HERTZ, new Page.WaitForFunctionOptions().setTimeout((double)
                        Tab.PATIENCE.toMillis()));
    }
}
