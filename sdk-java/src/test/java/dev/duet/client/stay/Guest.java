// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.course.RoomEvent;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.world.FakeWire;
import dev.duet.client.world.World;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.Scene;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Somebody with a session and devices, and what the rooms of this person have told.
final class Guest implements OwnMedia {
    final List<String> log = new ArrayList<>();
    final FakeWire wire;
    private final World world;
    private final List<Runnable> watchers = new ArrayList<>();
    private @Nullable PushedAudio microphone;
    private @Nullable PushedVideo camera;

    Guest(World world, String user) {
        this.world = world;
        this.wire = world.session(user);
    }

    void openMicrophone() {
        microphone = new PushedAudio();
        List.copyOf(watchers).forEach(Runnable::run);
    }

    void openCamera() {
        camera = new PushedVideo();
        List.copyOf(watchers).forEach(Runnable::run);
    }

    @Override
    public MediaFlags flags() {
        return new MediaFlags(microphone != null, camera != null, false);
    }

    @Override
    public Outgoing outgoing() {
        return new Outgoing(microphone, camera, null);
    }

    @Override
    public Runnable onChange(Runnable code) {
        watchers.add(code);
        return () -> watchers.remove(code);
    }

    Room room(String name) {
        return room(name, options -> options);
    }

    Room room(String name, UnaryOperator<RoomOptions> how) {
        RoomOptions options = RoomOptions.of(new RoomId.Named(name), Scene.VIDEO_CALL, Duration.ofSeconds(30));
        Room room = new Room(wire, this, world.tools(), how.apply(options));
        room.on(this::take);
        return room;
    }

    private void take(RoomEvent event) {
        switch (event) {
            case RoomEvent.Entered entered -> log.add("entered");
            case RoomEvent.UserEntered(var user) -> log.add(user + " entered");
            case RoomEvent.UserLeft(var user, var reason, var at) -> log.add(user + " left " + reason.number());
            case RoomEvent.UserHeld(var user, boolean held) -> log.add(user + (held ? " holds" : " is back"));
            case RoomEvent.MediaChanged(var user, var now, var before) ->
                log.add(user + " sends " + now.audio() + " " + now.video());
            case RoomEvent.Connected connected -> log.add("connected");
            case RoomEvent.ConnectionLost lost -> log.add("lost");
            case RoomEvent.TryToReconnect again -> log.add("tries again");
            case RoomEvent.Recovered recovered -> log.add("recovered");
            case RoomEvent.MediaRefused(var why) -> log.add("refused " + why.code());
            case RoomEvent.CommandReceived(var command) -> log.add(command.userId() + " says " + command.data());
            case RoomEvent.Ended(var end) -> log.add("ended " + end.getClass().getSimpleName());
            case RoomEvent.Linked linked -> {}
            case RoomEvent.Measured measured -> {}
        }
    }
}
