// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.call.room.Contact.Alive;
import dev.duet.call.room.Contact.Silent;
import dev.duet.frame.ClientRequest.SendCustomCmd;
import dev.duet.frame.MediaFlags;
import dev.duet.id.DeviceKey;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.Optional;

/// A user in a room, on one device.
///
/// @param since since when its user is in the room, on whatever device
/// @param held whether it has put the room on hold: its place is kept, its media has ended
/// @param enteredBy the login that asked for the entry
/// @param login the device's latest login
/// @param uplink how well its own media reaches the server, as last measured
/// @param commands the custom commands it has sent
/// @param came the highest number of another's custom command when it came in
public record Occupant(
        DeviceKey device,
        Instant since,
        LoginId enteredBy,
        LoginId login,
        boolean held,
        MediaFlags sends,
        Contact socket,
        Contact media,
        QualityLevel uplink,
        Commands commands,
        long came) {

    /// One who just came in; its media has still to connect.
    public static Occupant enters(DeviceKey device, LoginId login, Instant now) {
        return new Occupant(
                device,
                now,
                login,
                login,
                false,
                MediaFlags.NONE,
                new Alive(),
                new Silent(now),
                QualityLevel.UNKNOWN,
                Commands.from(0),
                0);
    }

    public UserId user() {
        return device.user();
    }

    /// Since when nothing is heard from it at all, if so.
    public Optional<Instant> silentSince() {
        return socket instanceof Silent(Instant noSocket) && media instanceof Silent(Instant noMedia)
                ? Optional.of(noSocket.isAfter(noMedia) ? noSocket : noMedia)
                : Optional.empty();
    }

    /// Its device logged in again.
    public Occupant returns(LoginId again) {
        return new Occupant(device, since, enteredBy, again, held, sends, new Alive(), media, uplink, commands, came);
    }

    public Occupant losesSocket(Instant now) {
        return new Occupant(
                device, since, enteredBy, login, held, sends, new Silent(now), media, uplink, commands, came);
    }

    /// It puts the room on hold.
    public Occupant holds(Instant now) {
        return new Occupant(
                device,
                since,
                enteredBy,
                login,
                true,
                MediaFlags.NONE,
                socket,
                new Silent(now),
                uplink,
                commands,
                came);
    }

    public Occupant hears(Contact mediaNow) {
        return new Occupant(device, since, enteredBy, login, held, sends, socket, mediaNow, uplink, commands, came);
    }

    /// Its media has ended, if that was alive until now.
    public Occupant losesMedia(Instant now) {
        return media instanceof Alive ? hears(new Silent(now)) : this;
    }

    /// A connection over which nothing comes any more cannot be measured: what was known of it stays.
    public Occupant measured(QualityLevel uplinkNow) {
        if (uplinkNow == QualityLevel.UNKNOWN) {
            return this;
        }
        return new Occupant(device, since, enteredBy, login, held, sends, socket, media, uplinkNow, commands, came);
    }

    /// The level for others to see: whatever was measured last, media that is gone is down.
    public QualityLevel levelOf(QualityLevel measured) {
        return switch (media) {
            case Alive _ -> measured;
            case Silent _ -> measured == QualityLevel.UNKNOWN ? measured : QualityLevel.DOWN;
        };
    }

    public Occupant sends(MediaFlags flags) {
        return new Occupant(device, since, enteredBy, login, held, flags, socket, media, uplink, commands, came);
    }

    public Occupant sends(SendCustomCmd command) {
        return goingOn(commands.with(user(), command), came, since);
    }

    /// The same, going on where an earlier entry stopped, and where others are.
    Occupant goingOn(Commands earlier, long others, Instant first) {
        return new Occupant(device, first, enteredBy, login, held, sends, socket, media, uplink, earlier, others);
    }
}
