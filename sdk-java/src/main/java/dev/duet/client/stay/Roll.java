// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.RoomWire;
import dev.duet.client.course.Company;
import dev.duet.client.course.RoomEvent.OfOthers;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.RoomNews;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who is in a room and since when there are two, with the alarm for those who are awaited.
final class Roll {
    private final RoomWire wire;
    private final Consumer<OfOthers> emit;
    private final Company company;
    private @Nullable Instant together;
    private Runnable alarmOff = () -> {};

    Roll(RoomWire wire, Consumer<OfOthers> emit) {
        this.wire = wire;
        this.emit = emit;
        this.company = new Company(wire.userId());
    }

    List<UserId> users() {
        return company.users();
    }

    MediaFlags sends(UserId user) {
        return company.sends(user);
    }

    Optional<Instant> together() {
        return Optional.ofNullable(together);
    }

    /// An entry says so; null when it does not.
    void together(@Nullable Instant since) {
        together = since;
    }

    void take(RoomNews news) {
        // Who comes back after a server was restarted has been counted with all the time.
        if (news instanceof ServerEvent.UserEntered(UserId user, Instant since) && !users().contains(user)) {
            together = since;
        }
        tell(company.take(news));
    }

    /// Whom an entry met.
    void meet(List<RoomUser> users, Company.Absent absent) {
        tell(company.meet(users, absent, wire.now()));
    }

    private void tell(List<OfOthers> told) {
        told.forEach(emit);
        alarmOff.run();
        alarmOff = company.wakeAt()
                .map(at -> wire.wake(at, () -> tell(company.wake(wire.now()))))
                .orElse(() -> {});
    }

    /// Nothing that was waited for happens any more.
    void close() {
        alarmOff.run();
    }
}
