// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The installed browsers, driven by Playwright: two Chromiums with different faces, and Firefox.
public final class Browsers implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Path folder;

    public Browsers() {
        try {
            folder = Files.createTempDirectory("duet-e2e");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A Chromium that finds its media on this machine, over loopback.
    public Browser chromium(FakeMedia.Colour colour) {
        return chromium(colour, UnaryOperator.identity(), "--allow-loopback-in-peer-connection");
    }

    /// A Chromium whose program `entrance` replaces by one that runs it elsewhere, with one more argument.
    public Browser chromium(FakeMedia.Colour colour, UnaryOperator<Path> entrance, String argument) {
        FakeMedia media = media(colour);
        Path program = installed("CHROMIUM", "/usr/bin/chromium", "/usr/bin/google-chrome");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(entrance.apply(program))
                        .setHeadless(true)
                        .setArgs(List.of(
                                argument,
                                "--no-sandbox",
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-video-capture=" + media.camera(),
                                "--use-file-for-fake-audio-capture=" + media.microphone(),
                                "--autoplay-policy=no-user-gesture-required",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    public Browser firefox() {
        return playwright
                .firefox()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed("FIREFOX", "/usr/bin/firefox-esr", "/usr/bin/firefox"))
                        .setChannel("moz-firefox")
                        .setHeadless(true)
                        .setFirefoxUserPrefs(Map.of(
                                "media.navigator.streams.fake",
                                true,
                                "media.navigator.permission.disabled",
                                true,
                                "media.autoplay.default",
                                0,
                                "media.peerconnection.ice.loopback",
                                true,
                                "media.peerconnection.ice.obfuscate_host_addresses",
                                false)));
    }

    @Override
    public void close() {
        playwright.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private FakeMedia media(FakeMedia.Colour colour) {
        try {
            return FakeMedia.write(folder, colour);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path installed(String variable, String... places) {
        String chosen = System.getenv(variable);
        if (chosen != null) {
            return Path.of(chosen);
        }
        for (String place : places) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        throw new IllegalStateException(
                "No browser found: install Debian's chromium and firefox-esr, or set " + variable);
    }
}
