// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.Result.Statuses;
import dev.duet.frame.ServerEvent;
import dev.duet.id.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Who is online. A subscription is the server's for one login only, so it is repeated on each new one, and what
/// changed
/// meanwhile is told. Lives on the thread of the session.
final class Subscriptions implements RoomWire.Listener {
    /// What the wire takes at once.
    private static final int MOST_SUBSCRIBED = 100;

    private static final int MOST_ASKED = 500;

    private final RoomWire session;
    private final Consumer<List<UserStatus>> changed;
    private final Set<UserId> subscribed = new LinkedHashSet<>(2);
    private final Map<UserId, UserStatus> last = new HashMap<>(2);

    Subscriptions(RoomWire session, Consumer<List<UserStatus>> changed) {
        this.session = session;
        this.changed = changed;
    }

    CompletableFuture<Result<List<UserStatus>>> ask(List<UserId> users) {
        return session.request(new ClientRequest.GetUserStatus(users), Statuses.class::cast)
                .thenApply(answer -> {
                    Statuses told = answer.data();
                    return told == null
                            ? answer.bare()
                            : Result.done(
                                    told.statuses().stream().map(UserStatus::of).toList());
                });
    }

    CompletableFuture<Result<Void>> subscribe(List<UserId> users) {
        return session.request(new ClientRequest.SubscribeUserStatus(users), Nothing.class::cast)
                .thenApply(answer -> {
                    if (answer.isOk()) {
                        subscribed.addAll(users);
                    }
                    return answer.bare();
                });
    }

    CompletableFuture<Result<Void>> unsubscribe(List<UserId> users) {
        return session.request(new ClientRequest.UnsubscribeUserStatus(users), Nothing.class::cast)
                .thenApply(answer -> {
                    if (answer.isOk()) {
                        forget(users.isEmpty() ? List.copyOf(subscribed) : users);
                    }
                    return answer.bare();
                });
    }

    private void forget(List<UserId> users) {
        users.forEach(subscribed::remove);
        users.forEach(last::remove);
    }

    @Override
    public void notice(Notice notice) {
        if (notice instanceof Notice.Told(ServerEvent.UserStatusChanged(var statuses))) {
            tell(statuses);
        }
    }

    @Override
    public void online() {
        List<UserId> users = new ArrayList<>(subscribed);
        for (List<UserId> some : chunks(users, MOST_SUBSCRIBED)) {
            var unused = session.request(new ClientRequest.SubscribeUserStatus(some), Nothing.class::cast);
        }
        for (List<UserId> some : chunks(users, MOST_ASKED)) {
            var unused = session.request(new ClientRequest.GetUserStatus(some), Statuses.class::cast)
                    .thenAccept(answer -> {
                        Statuses told = answer.data();
                        if (told != null) {
                            tellNews(told.statuses());
                        }
                    });
        }
    }

    private static List<List<UserId>> chunks(List<UserId> all, int size) {
        List<List<UserId>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
        }
        return chunks;
    }

    private void tellNews(List<dev.duet.frame.UserStatus> statuses) {
        List<dev.duet.frame.UserStatus> news = statuses.stream()
                .filter(each -> !UserStatus.of(each).equals(last.get(each.userId())))
                .toList();
        if (!news.isEmpty()) {
            tell(news);
        }
    }

    private void tell(List<dev.duet.frame.UserStatus> statuses) {
        for (dev.duet.frame.UserStatus each : statuses) {
            if (subscribed.contains(each.userId())) {
                last.put(each.userId(), UserStatus.of(each));
            }
        }
        changed.accept(statuses.stream().map(UserStatus::of).toList());
    }
}
