// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

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
record Desk(
        SessionSource sessions,
        MediaTools tools,
        LocalMedia media,
        Audience audience,
        Supplier<Optional<Room>> current) {

    void tell(Consumer<RtcCloudListener> what) {
        audience.tell(what);
    }

    Optional<Room> room() {
        return current.get();
    }

    Optional<Link> link() {
        return room().flatMap(room -> Optional.ofNullable(room.link()));
    }

    /// Whoever is there besides us.
    Optional<UserId> other() {
        return room().flatMap(room -> room.users().stream().findFirst());
    }

    void error(int code, String desc) {
        tell(listener -> listener.onError(code, desc));
    }

    void warn(int code, String desc) {
        tell(listener -> listener.onWarning(code, desc));
    }

    /// Tells a refusal, with its warning first where it has one.
    void complain(DeviceFault fault) {
        if (fault.warning() != 0) {
            warn(fault.warning(), fault.desc());
        }
        error(fault.code(), fault.desc());
    }

    Runnable wakeIn(Duration pause, Runnable code) {
        return sessions.wake(sessions.now().plus(pause), code);
    }
}
