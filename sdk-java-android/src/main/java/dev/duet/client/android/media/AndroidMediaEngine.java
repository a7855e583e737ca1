// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.media;

import android.content.Context;
import android.content.Intent;
import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.Devices;
import dev.duet.client.media.IceServer;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaException.Reason;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.webrtc.EglBase;
import org.webrtc.PeerConnectionFactory;

/// The media engine on Android. One for the app; it needs a context, so it is made and not found:
/// `new RtcCloud(handset, server, () -> engine)`, `ClientOptions.of(() -> engine, Sources.of(engine.devices()))`.
public final class AndroidMediaEngine implements MediaEngine {
    private final Context context;
    private final AndroidDevices devices;
    private @Nullable EglBase gl;

    public AndroidMediaEngine(Context context) {
        this.context = context.getApplicationContext();
        this.devices = new AndroidDevices(this.context, this::graphics);
    }

    /// What the person said to the question of `MediaProjectionManager`, for one share of the screen.
    public void setScreenPermission(Intent permission) {
        devices.setScreenPermission(permission);
    }

    /// For views: `renderer.init(engine.graphics(), null)`.
    public synchronized EglBase.Context graphics() {
        prepare();
        if (gl == null) {
            gl = EglBase.create();
        }
        return gl.getEglBaseContext();
    }

    @Override
    public void prepare() {
        try {
            PeerConnectionFactory.initialize(
                    PeerConnectionFactory.InitializationOptions.builder(context).createInitializationOptions());
        } catch (LinkageError missing) {
            throw new MediaException(
                    Reason.NO_NATIVE_LIBRARY,
                    "libjingle_peerconnection_so is not in the app: add io.github.webrtc-sdk:android for this processor.",
                    missing);
        }
    }

    @Override
    public MediaConnection connect(List<IceServer> iceServers, Consumer<ConnectionState> listener) {
        prepare();
        List<IceServer> servers = List.copyOf(iceServers);
        return AndroidConnection.open(
                side -> new NativePeer(context, graphics(), servers, side), devices::ownMicrophone, listener);
    }

    @Override
    public Devices devices() {
        return devices;
    }
}
