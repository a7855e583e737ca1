// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.desk;

import dev.duet.client.Audience;
import dev.duet.client.own.DeviceFault;
import dev.duet.client.own.LocalMedia;
import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.stay.Link;
import dev.duet.client.stay.MediaTools;
import dev.duet.client.stay.Room;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the parts of a room client work with.
///
/// @param current the room there is now
public record Desk(
        SessionSource sessions,
        MediaTools tools,
        LocalMedia media,
        Audience<RtcCloudListener> audience,
        Supplier<Optional<Room>> current) {

    public void tell(Consumer<RtcCloudListener> what) {
        audience.tell(what);
    }

    public Optional<Room> room() {
        return current.get();
    }

    public Optional<Link> link() {
        return room().flatMap(room -> Optional.ofNullable(room.link()));
    }

    /// Whoever is there besides us.
    public Optional<UserId> other() {
        return room().flatMap(room -> room.users().stream().findFirst());
    }

    public void error(int code, String desc) {
        tell(listener -> listener.onError(code, desc));
    }

    public void warn(int code, String desc) {
        tell(listener -> listener.onWarning(code, desc));
    }

    /// Tells a refusal, with its warning first where it has one.
    public void complain(DeviceFault fault) {
        if (fault.warning() != 0) {
            warn(fault.warning(), fault.desc());
        }
        error(fault.code(), fault.desc());
    }

    public Runnable wakeIn(Duration pause, Runnable code) {
        return sessions.wake(sessions.now().plus(pause), code);
    }
}
