// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.stay;

import dev.duet.call.line.Lines;
import dev.duet.call.room.LegReport;
import dev.duet.call.room.Occupant;
import dev.duet.call.room.QualityLevel;
import dev.duet.call.room.Room;
import dev.duet.call.room.Rooms;
import dev.duet.call.roster.Session;
import dev.duet.call.solo.Lobby;
import dev.duet.call.solo.Solos;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.ClientRequest.SendCustomCmd;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.frame.ServerEvent.RemoteQuality;
import dev.duet.id.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What users ask for inside rooms, or in a lobby for the room to come, and how well they are heard.
public record RoomDesk(
        Lines lines, Rooms rooms, Departures departures, Solos solos, LobbyDesk lobbies, RoomOrders media) {

    public void setMedia(Session session, RequestId request, MediaFlags flags) {
        Optional<Room> in = rooms.of(session.key());
        if (in.isPresent()) {
            setMedia(in.get(), session, request, flags);
        } else {
            inLobby(session, request, lobby -> lobbies.sends(lobby, flags));
        }
    }

    public void setReceive(Session session, RequestId request, ReceiveWish wish) {
        Optional<Room> in = rooms.of(session.key());
        if (in.isPresent()) {
            lines.reply(session.login(), request, new Result.Nothing());
            media.receive(in.get().id(), session.user(), wish);
        } else {
            inLobby(session, request, lobby -> lobbies.wants(lobby, wish));
        }
    }

    public void sendCommand(Session session, RequestId request, SendCustomCmd command) {
        Optional<Room> in = rooms.of(session.key());
        if (in.isEmpty()) {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.ROOM_NOT_FOUND));
            return;
        }
        Room room = in.get();
        lines.reply(session.login(), request, new Result.Nothing());
        room.occupant(session.user()).map(it -> it.sends(command)).ifPresent(sender -> {
            rooms.put(room.where(sender));
            departures.tellOthers(
                    room, session.user(), sender.commands().latest().getLast());
        });
    }

    /// Says again what others said lately: some of it may have gone to a socket that was dead already.
    public void repeatCommands(Session session) {
        rooms.withPlaceOf(session.key())
                .toList()
                .forEach(room -> room.occupant(session.user()).ifPresent(one -> repeatCommands(room, one)));
    }

    private void repeatCommands(Room room, Occupant one) {
        room.others(one.user()).stream()
                .flatMap(other -> other.commands().latest().stream())
                .filter(command -> command.seq() > one.came())
                .forEach(command -> departures.tell(room, one, command));
    }

    /// The room this device is in, as it is told at login.
    @Nullable
    public RoomInfo infoFor(Session session) {
        return rooms.of(session.key()).map(room -> room.infoFor(session.user())).orElse(null);
    }

    public void measured(RoomId id, List<LegReport> legs) {
        legs.forEach(leg -> rooms.find(id)
                .flatMap(room -> room.occupant(leg.user()).map(one -> room.where(one.measured(leg.uplink()))))
                .ifPresent(rooms::put));
        legs.forEach(leg -> rooms.find(id).ifPresent(room -> tellQuality(room, leg)));
    }

    private void setMedia(Room room, Session session, RequestId request, MediaFlags flags) {
        if (flags.screen() && room.isScreenTakenFor(session.user())) {
            lines.refuse(session.login(), request, Refusal.of(ErrorCode.SCREEN_TAKEN));
            return;
        }
        lines.reply(session.login(), request, new Result.Nothing());
        room.occupant(session.user()).filter(it -> !it.sends().equals(flags)).ifPresent(it -> {
            rooms.put(room.where(it.sends(flags)));
            departures.tellOthers(room, session.user(), new ServerEvent.MediaChanged(session.user(), flags));
        });
    }

    private interface InLobby {
        void happens(Lobby lobby);
    }

    private void inLobby(Session session, RequestId request, InLobby what) {
        solos.lobby(session.login())
                .ifPresentOrElse(
                        lobby -> {
                            lines.reply(session.login(), request, new Result.Nothing());
                            what.happens(lobby);
                        },
                        () -> lines.refuse(session.login(), request, Refusal.of(ErrorCode.ROOM_NOT_FOUND)));
    }

    private void tellQuality(Room room, LegReport leg) {
        room.occupant(leg.user()).filter(one -> !one.held()).ifPresent(one -> {
            LocalQuality local = new LocalQuality(
                    one.levelOf(one.uplink()).number(),
                    leg.rtt() == null ? Duration.ZERO : leg.rtt(),
                    leg.upLossPercent(),
                    leg.jitter());
            QualityLevel downlink = one.levelOf(leg.downlink());
            List<RemoteQuality> remote = room.others(one.user()).stream()
                    .filter(other -> !other.held())
                    .map(other -> remote(other, downlink, leg.downLossPercent()))
                    .toList();
            lines.tell(one.login(), new ServerEvent.NetworkQuality(local, remote));
        });
    }

    /// What arrives from the other user went over its uplink and the own downlink: the worse of the two shows.
    private static RemoteQuality remote(Occupant other, QualityLevel downlink, double downLossPercent) {
        QualityLevel level = QualityLevel.worse(other.levelOf(other.uplink()), downlink);
        return new RemoteQuality(other.user(), level.number(), downLossPercent);
    }
}
