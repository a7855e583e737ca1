// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.room;

import dev.duet.call.room.Contact.Alive;
import dev.duet.call.room.Contact.Silent;
import dev.duet.frame.MediaFlags;
import dev.duet.id.DeviceKey;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.Optional;

/// A user in a room, on one device.
///
/// @param enteredBy the login that asked for the entry
/// @param login the device's latest login
/// @param commandsSent how many custom commands it has sent
public record Occupant(
        DeviceKey device,
        LoginId enteredBy,
        LoginId login,
        MediaFlags sends,
        Contact socket,
        Contact media,
        long commandsSent) {

    /// One who just came in; its media has still to connect.
    public static Occupant enters(DeviceKey device, LoginId login, Instant now) {
        return new Occupant(device, login, login, MediaFlags.NONE, new Alive(), new Silent(now), 0);
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
        return new Occupant(device, enteredBy, again, sends, new Alive(), media, commandsSent);
    }

    public Occupant losesSocket(Instant now) {
        return new Occupant(device, enteredBy, login, sends, new Silent(now), media, commandsSent);
    }

    public Occupant hears(Contact mediaNow) {
        return new Occupant(device, enteredBy, login, sends, socket, mediaNow, commandsSent);
    }

    public Occupant sends(MediaFlags flags) {
        return new Occupant(device, enteredBy, login, flags, socket, media, commandsSent);
    }

    /// It sent one more custom command.
    public Occupant sendsCommand() {
        return counting(commandsSent + 1);
    }

    /// The same, going on counting where an earlier entry of the same user stopped.
    Occupant counting(long from) {
        return new Occupant(device, enteredBy, login, sends, socket, media, from);
    }
}
