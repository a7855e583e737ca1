// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.call.own.Sources;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.stay.MediaTools;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// How a client calls.
///
/// @param engine asked once, when the first call needs media, on a thread on which it may block; throws a
///     [dev.duet.client.media.MediaException] when there is none, which ends that call
/// @param slow runs what blocks for a moment, as opening a camera
/// @param callWaiting whether somebody who calls during a call is announced by `waiting`, to be answered or declined,
///     instead of being told at once that the line is busy
public record ClientOptions(Supplier<MediaEngine> engine, Executor slow, Sources sources, boolean callWaiting) {
    /// With the engine on the class path and its real devices.
    public static ClientOptions ofDevices() {
        MediaEngine engine = MediaEngine.load();
        return of(() -> engine, Sources.of(engine.devices()));
    }

    /// With the engine on the class path, and sources of the app.
    public static ClientOptions of(Sources sources) {
        return of(MediaEngine::load, sources);
    }

    public static ClientOptions of(Supplier<MediaEngine> engine, Sources sources) {
        return new ClientOptions(engine, ClientOptions::onThreadOfItsOwn, sources, false);
    }

    public ClientOptions withCallWaiting(boolean wanted) {
        return new ClientOptions(engine, slow, sources, wanted);
    }

    MediaTools tools() {
        return new MediaTools(engine, slow);
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "duet-device");
        thread.setDaemon(true);
        thread.start();
    }
}
