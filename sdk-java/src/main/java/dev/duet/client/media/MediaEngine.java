// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/// Makes media connections. An engine is an artifact of its own, found by [ServiceLoader], so that who only signals
/// carries no native library.
///
/// ```java
/// MediaConnection media = MediaEngine.load().connect(List.of(), state -> log(state));
/// media.sendAudio(new Tone(440));
/// media.see(MediaKind.CAMERA, view);
/// media.answer(enterRoom(media.offer().join())).join();
/// …
/// media.close();
/// ```
public interface MediaEngine {
    /// The engine on the class path, ready for use.
    ///
    /// @throws MediaException `NO_ENGINE` when there is none, `NO_NATIVE_LIBRARY` when it cannot run here
    static MediaEngine load() {
        return load(MediaEngine.class.getClassLoader());
    }

    /// As [#load()], of a class loader's class path.
    static MediaEngine load(ClassLoader loader) {
        MediaEngine engine = ServiceLoader.load(MediaEngine.class, loader)
                .findFirst()
                .orElseThrow(() -> new MediaException(
                        MediaException.Reason.NO_ENGINE,
                        "No media engine is on the class path: add the Maven artifact dev.duet:duet-sdk-webrtc."));
        engine.prepare();
        return engine;
    }

    /// Loads what the engine needs; [#load()] has done it. Later calls do nothing.
    ///
    /// @throws MediaException `NO_NATIVE_LIBRARY`, with the name of the package that is missing
    void prepare();

    /// A connection for one stay in a room; nothing leaves the machine before its first answer.
    ///
    /// @param iceServers as the login gave them; usually none
    /// @param listener told of each new state, one after another, on a thread of the engine
    /// @throws MediaException `ENGINE_BROKE`
    MediaConnection connect(List<IceServer> iceServers, Consumer<ConnectionState> listener);

    /// Those of this machine.
    Devices devices();
}
