// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A tab with one peer connection and nothing of ours in it: offers audio and camera, takes an answer, counts frames.
final class BarePeer implements AutoCloseable {
    private static final String PAGE = "http://localhost/bare";

    private static final String SCRIPT = """
            let peer;
            async function offer(layers) {
                const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } });
                peer = new RTCPeerConnection();
                peer.addTransceiver(media.getAudioTracks()[0], { streams: [media] });
                peer.addTransceiver(media.getVideoTracks()[0], { streams: [media], sendEncodings: layers
                    ? [{ rid: 'h' }, { rid: 'l', scaleResolutionDownBy: 4 }] : [{}] });
                const elements = { audio: document.createElement('audio'), video: document.createElement('video') };
                peer.ontrack = event => {
                    const element = elements[event.track.kind];
                    element.srcObject = new MediaStream([event.track]);
                    element.autoplay = element.muted = true;
                    document.body.append(element);
                };
                await peer.setLocalDescription(await peer.createOffer());
                if (peer.iceGatheringState !== 'complete')
                    await new Promise(done => peer.onicegatheringstatechange = () =>
                        peer.iceGatheringState === 'complete' && done());
                return peer.localDescription.sdp;
            }
            function watchForFirst() {
                window.first = {};
                (async () => {
                    while (!(first.sound && first.picture)) {
                        const seen = await stats();
                        if (seen.audio > 0) first.sound ??= Date.now();
                        if (seen.frames > 0) first.picture ??= Date.now();
                        await new Promise(done => setTimeout(done, 5));
                    }
                })();
            }
            const accept = sdp => peer.setRemoteDescription({ type: 'answer', sdp });
            async function stats() {
                const seen = { state: peer.connectionState };
                for (const s of (await peer.getStats()).values()) {
                    if (s.type === 'inbound-rtp' && s.kind === 'video') Object.assign(seen, {
                        frames: s.framesDecoded ?? 0, width: s.frameWidth ?? 0, bytes: s.bytesReceived ?? 0,
                        keyframes: s.keyFramesDecoded ?? 0, nacks: s.nackCount ?? 0,
                        plis: s.pliCount ?? 0, lost: s.packetsLost ?? 0 });
                    if (s.type === 'inbound-rtp' && s.kind === 'audio') Object.assign(seen, {
                        audio: s.packetsReceived ?? 0, level: Math.round(1000 * (s.audioLevel ?? 0)) });
                    if (s.type === 'outbound-rtp' && s.kind === 'video') seen['sent' + (s.rid ?? '')] = s.framesSent ?? 0;
                    if (s.type === 'candidate-pair' && s.nominated) seen.bandwidth = s.availableOutgoingBitrate ?? 0;
                }
                return seen;
            }
            async function see() {
                const video = document.querySelector('video');
                const canvas = new OffscreenCanvas(16, 16).getContext('2d');
                canvas.drawImage(video, 0, 0, 16, 16);
                const data = canvas.getImageData(0, 0, 16, 16).data;
                const mean = part => data.filter((_, i) => i % 4 === part).reduce((a, b) => a + b) / 256;
                return { red: mean(0), green: mean(1), blue: mean(2) };
            }
            let ear;
            async function hear() {
                if (!ear) {
                    const context = new AudioContext();
                    ear = new AnalyserNode(context, { fftSize: 8192 });
                    context.createMediaStreamSource(document.querySelector('audio').srcObject).connect(ear);
                }
                const levels = new Float32Array(ear.frequencyBinCount);
                ear.getFloatFrequencyData(levels);
                const peak = levels.reduce((best, level, i) => level > levels[best] ? i : best, 0);
                return { hertz: peak * ear.context.sampleRate / ear.fftSize, decibel: levels[peak] };
            }
            """;

    private final BrowserContext context;
    private final Page page;

    private BarePeer(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.route(
                PAGE,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<script>" + SCRIPT + "</script><body>")));
        page.navigate(PAGE);
    }

    static BarePeer open(Browser browser) {
        boolean chromium = browser.browserType().name().equals("chromium");
        Browser.NewContextOptions options = new Browser.NewContextOptions();
        return new BarePeer(
                browser.newContext(chromium ? options.setPermissions(List.of("camera", "microphone")) : options));
    }

    /// Opens the camera and says what it offers, the camera in two layers or in one.
    String offer(boolean layers) {
        return (String) page.evaluate("layers => offer(layers)", layers);
    }

    void accept(String answer) {
        page.evaluate("answer => accept(answer)", answer);
    }

    /// From now on notes when the first packet of sound and the first frame come.
    void watchForFirst() {
        page.evaluate("() => watchForFirst()");
    }

    /// When the first sound came, in milliseconds of the epoch.
    long firstSound() {
        return first("sound");
    }

    /// When the first frame was decoded, in milliseconds of the epoch.
    long firstPicture() {
        return first("picture");
    }

    private long first(String kind) {
        page.waitForFunction("kind => first[kind]", kind);
        return ((Number) page.evaluate("kind => first[kind]", kind)).longValue();
    }

    /// What the connection has seen so far, by name; 0 for what it has not.
    Seen seen() {
        return evaluated("() => stats()");
    }

    /// The mean colour of the picture that is shown: `red`, `green` and `blue`, 0 to 255.
    Seen picture() {
        return evaluated("() => see()");
    }

    /// The loudest frequency that is heard, in `hertz`, and how loud it is, in `decibel`; Chromium only.
    Seen sound() {
        return evaluated("() => hear()");
    }

    private Seen evaluated(String script) {
        @SuppressWarnings("unchecked")
        Map<String, Object> values = (Map<String, Object>) page.evaluate(script);
        return new Seen(values);
    }

    record Seen(Map<String, Object> values) {
        long of(String name) {
            return values.get(name) instanceof Number number ? number.longValue() : 0;
        }
    }

    /// Waits until what was seen satisfies the condition.
    Seen until(String what, Predicate<Seen> condition) {
        return until(what, this::seen, condition);
    }

    /// Waits until one of the above satisfies the condition.
    Seen until(String what, Supplier<Seen> look, Predicate<Seen> condition) {
        long giveUp = System.nanoTime() + Tab.PATIENCE.toNanos();
        Seen now = look.get();
        while (!condition.test(now)) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("no " + what + ": " + now);
            }
            page.waitForTimeout(20);
            now = look.get();
        }
        return now;
    }

    /// Goes away at once, as a killed tab does.
    @Override
    public void close() {
        context.close();
    }
}
