// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.presence;

import dev.duet.call.line.Lines;
import dev.duet.call.roster.Session;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.util.List;

/// Where devices ask who can be reached, and are told when that changes.
public final class PresenceDesk {
    private static final Refusal ONESELF = new Refusal(
            ErrorCode.INVALID_PARAMETERS, "A user cannot subscribe to itself; its own devices are told without that.");
    private static final Refusal TOO_MANY = new Refusal(
            ErrorCode.INVALID_PARAMETERS,
            "A login can be subscribed to " + Subscriptions.MOST_WATCHED + " users; unsubscribe from some first.");

    private final Lines lines;
    private final Statuses statuses;
    private final Subscriptions subscriptions = new Subscriptions();

    public PresenceDesk(Lines lines) {
        this(lines, Statuses.MOST_LOST);
    }

    /// `mostLost` is how many lost users are remembered.
    PresenceDesk(Lines lines, int mostLost) {
        this.lines = lines;
        this.statuses = new Statuses(lines, mostLost);
    }

    public void get(Session session, RequestId request, List<UserId> users) {
        Result result =
                new Result.Statuses(users.stream().distinct().map(statuses::of).toList());
        lines.reply(session.login(), request, result);
    }

    public void subscribe(Session session, RequestId request, List<UserId> users) {
        if (users.contains(session.user())) {
            lines.refuse(session.login(), request, ONESELF);
        } else if (subscriptions.add(session.login(), users)) {
            lines.reply(session.login(), request, new Result.Nothing());
        } else {
            lines.refuse(session.login(), request, TOO_MANY);
        }
    }

    /// From all when none is named.
    public void unsubscribe(Session session, RequestId request, List<UserId> users) {
        if (users.isEmpty()) {
            subscriptions.removeAll(session.login());
        } else {
            subscriptions.remove(session.login(), users);
        }
        lines.reply(session.login(), request, new Result.Nothing());
    }

    public void say(Session session, RequestId request, String saying) {
        lines.reply(session.login(), request, new Result.Nothing());
        if (statuses.says(session.user(), saying)) {
            publish(session.user());
            lines.tellOthers(session, news(session.user()));
        }
    }

    /// The first device of a user has logged in.
    public void came(UserId user) {
        statuses.came(user);
        publish(user);
    }

    /// A login has ended. When it was the user's last one, that is news: it logged out or was put out, or it was lost.
    public void went(Session session, boolean lost) {
        subscriptions.removeAll(session.login());
        UserId user = session.user();
        if (lines.isOnline(user)) {
            return;
        }
        if (lost) {
            statuses.wasLost(user).ifPresent(this::publish);
        } else {
            statuses.loggedOut(user);
        }
        publish(user);
    }

    /// How many subscriptions there are.
    public int size() {
        return subscriptions.size();
    }

    private void publish(UserId user) {
        List<LoginId> watching = subscriptions.of(user);
        if (!watching.isEmpty()) {
            ServerEvent news = news(user);
            watching.forEach(login -> lines.tell(login, news));
        }
    }

    private ServerEvent news(UserId user) {
        return new ServerEvent.UserStatusChanged(List.of(statuses.of(user)));
    }
}
