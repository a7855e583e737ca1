// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.RemoteQuality;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How good the network is, as levels of [QualityGrade].
///
/// @param local the own uplink
/// @param remote what arrives from each of the others
public record NetworkQuality(int local, Duration rtt, double upLossPercent, List<RemoteQuality> remote) {
    public NetworkQuality {
        remote = List.copyOf(remote);
    }

    /// The quality now: the server's word where it has one, since it sees both legs; what was measured here
    /// otherwise. While the connection is down so is the quality, whatever was said last, and so is that of who is
    /// silent.
    public static NetworkQuality judge(
            ServerEvent.@Nullable NetworkQuality said,
            LinkFigures measured,
            List<UserId> users,
            boolean connected,
            List<UserId> silent) {
        if (!connected) {
            return down(users);
        }
        Duration rtt = said == null || said.local().rtt().isZero()
                ? measured.rtt()
                : said.local().rtt();
        double upLoss = said == null ? measured.upLossPercent() : said.local().upLossPercent();
        int local = said == null ? QualityGrade.UNKNOWN : said.local().quality();
        return new NetworkQuality(
                local == QualityGrade.UNKNOWN ? QualityGrade.of(upLoss, rtt, Duration.ZERO) : local,
                rtt,
                upLoss,
                users.stream()
                        .map(user -> ofUser(said, measured, user, rtt, silent.contains(user)))
                        .toList());
    }

    private static NetworkQuality down(List<UserId> users) {
        return new NetworkQuality(
                QualityGrade.DOWN,
                Duration.ZERO,
                0,
                users.stream()
                        .map(user -> new RemoteQuality(user, QualityGrade.DOWN, 0))
                        .toList());
    }

    private static RemoteQuality ofUser(
            ServerEvent.@Nullable NetworkQuality said,
            LinkFigures measured,
            UserId user,
            Duration rtt,
            boolean silent) {
        Optional<RemoteQuality> theirs = said == null
                ? Optional.empty()
                : said.remote().stream()
                        .filter(each -> each.userId().equals(user))
                        .findFirst();
        double loss = theirs.map(RemoteQuality::downLossPercent).orElse(measured.downLossPercent());
        int level = theirs.map(RemoteQuality::quality).orElse(QualityGrade.UNKNOWN);
        if (silent) {
            return new RemoteQuality(user, QualityGrade.DOWN, loss);
        }
        return new RemoteQuality(
                user, level == QualityGrade.UNKNOWN ? QualityGrade.of(loss, rtt, Duration.ZERO) : level, loss);
    }
}
