// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc.device;

import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// libwebrtc as a shared library: loaded once, or a refusal that says what to install.
public final class NativeLibrary {
    private static final Pattern MISSING = Pattern.compile("(lib[A-Za-z0-9_+-]+)\\.so(?:\\.(\\d+))?[^:]*: cannot open");

    /// Where Debian's package is not named as the library.
    private static final Map<String, String> PACKAGES = Map.of(
            "libX11", "libx11-6",
            "libXfixes", "libxfixes3",
            "libXrandr", "libxrandr2",
            "libXcomposite", "libxcomposite1",
            "libXdamage", "libxdamage1",
            "libXext", "libxext6",
            "libXtst", "libxtst6",
            "libdbus-1", "libdbus-1-3",
            "libpulse", "libpulse0",
            "libudev", "libudev1");

    private NativeLibrary() {}

    /// Loads it; later calls do nothing.
    ///
    /// @throws MediaException `NO_NATIVE_LIBRARY`
    public static void load() {
        load(() -> Class.forName("dev.onvoid.webrtc.PeerConnectionFactory"));
    }

    /// What loads it; its initializer throws what the linker says.
    interface Loading {
        void run() throws ClassNotFoundException;
    }

    static void load(Loading loading) {
        try {
            loading.run();
        } catch (ClassNotFoundException missing) {
            throw new MediaException(
                    Reason.NO_NATIVE_LIBRARY,
                    "The jar dev.onvoid.webrtc:webrtc-java is not on the class path: add it, or depend on"
                            + " dev.duet:duet-sdk-webrtc with Maven, which brings it.",
                    missing);
        } catch (LinkageError | RuntimeException broken) {
            throw new MediaException(Reason.NO_NATIVE_LIBRARY, explain(broken), broken);
        }
    }

    private static String explain(Throwable broken) {
        StringBuilder said = new StringBuilder();
        for (Throwable at = broken; at != null; at = at.getCause()) {
            said.append(at.getMessage()).append('\n');
        }
        return explain(said.toString());
    }

    static String explain(String said) {
        Matcher missing = MISSING.matcher(said);
        if (missing.find()) {
            return "The media engine needs " + missing.group(1) + ", which this machine does not have: install "
                    + packageOf(missing.group(1), missing.group(2)) + " (Debian, Ubuntu: apt-get install "
                    + packageOf(missing.group(1), missing.group(2)) + ").";
        }
        return "The media engine's native library cannot be loaded on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + "; it needs the jar of webrtc-java for this system, and on Debian the"
                + " packages libpulse0 libudev1 libx11-6 libxfixes3 libxrandr2 libxcomposite1 libdbus-1-3. "
                + said.strip().lines().findFirst().orElse("");
    }

    private static String packageOf(String library, @org.jspecify.annotations.Nullable String version) {
        String known = PACKAGES.get(library);
        return known != null ? known : library.toLowerCase(java.util.Locale.ROOT) + (version == null ? "" : version);
    }
}
