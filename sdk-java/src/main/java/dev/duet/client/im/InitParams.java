// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What [ImManager#initSDK] is given. `server` is an origin, as `https://calls.example.org`; `loglevel` the least
/// important that `onLog` is told, one of the numbers here; `userSigProvider` is asked, with the user's id, for another
/// ticket when the server calls one expired: without it, that surfaces.
public record InitParams(
        long sdkAppID,
        String server,
        @Nullable SdkListener listener,
        int loglevel,
        @Nullable LogListener onLog,
        String deviceName,
        @Nullable Function<String, CompletionStage<String>> userSigProvider) {
    public static final int LOG_ALL = 0;
    public static final int LOG_DEBUG = 1;
    public static final int LOG_INFO = 2;
    public static final int LOG_WARN = 3;
    public static final int LOG_ERROR = 4;
    public static final int LOG_NONE = 5;

    /// Told on the app's executor.
    @FunctionalInterface
    public interface LogListener {
        void onLog(int level, String content);
    }

    public InitParams(long sdkAppID, String server) {
        this(sdkAppID, server, null, LOG_ALL, null, "", null);
    }

    public InitParams withListener(SdkListener told) {
        return new InitParams(sdkAppID, server, told, loglevel, onLog, deviceName, userSigProvider);
    }

    public InitParams withLog(int least, LogListener log) {
        return new InitParams(sdkAppID, server, listener, least, log, deviceName, userSigProvider);
    }

    /// With a name for people.
    ///
    /// @param name at most 64 characters
    public InitParams withDeviceName(String name) {
        return new InitParams(sdkAppID, server, listener, loglevel, onLog, name, userSigProvider);
    }

    public InitParams withUserSigProvider(Function<String, CompletionStage<String>> provider) {
        return new InitParams(sdkAppID, server, listener, loglevel, onLog, deviceName, provider);
    }
}
