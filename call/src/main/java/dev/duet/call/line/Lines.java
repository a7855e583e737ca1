// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.line;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.roster.Admission;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.roster.Roster;
import dev.duet.call.roster.Session;
import dev.duet.error.ErrorCode;
import dev.duet.error.Refusal;
import dev.duet.frame.Ack;
import dev.duet.frame.Request;
import dev.duet.frame.RequestId;
import dev.duet.frame.Result;
import dev.duet.frame.ServerEvent;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The ways to the devices that are logged in. What is meant for a login that is gone goes nowhere.
public final class Lines {
    private final Roster roster;
    private final Wire wire;
    private final Map<LoginId, Conversation> conversations = new HashMap<>();

    public Lines(LoginPolicy policy, Wire wire) {
        this.roster = new Roster(policy);
        this.wire = wire;
    }

    public Admission open(Session session) {
        Admission admission = roster.admit(session);
        conversations.put(session.login(), new Conversation());
        return admission;
    }

    public Optional<Session> forget(LoginId login) {
        conversations.remove(login);
        return roster.remove(login);
    }

    public Optional<Session> find(LoginId login) {
        return roster.find(login);
    }

    public List<Session> of(UserId user) {
        return roster.of(user);
    }

    public boolean isOnline(UserId user) {
        return !roster.of(user).isEmpty();
    }

    public int size() {
        return roster.size();
    }

    /// Whether a request is to be worked on now; if not, it is answered here: it came too fast, or came before.
    public boolean admits(Session session, Request request, Instant now) {
        @Nullable Conversation conversation = conversations.get(session.login());
        if (conversation == null) {
            return false;
        }
        if (!conversation.allows(request.body(), now)) {
            wire.reply(session.login(), new Ack.Refused(request.id(), Refusal.of(ErrorCode.FREQUENCY_LIMIT)));
            return false;
        }
        Optional<Ack> before = conversation.answerTo(request.id());
        before.ifPresent(ack -> wire.reply(session.login(), ack));
        return before.isEmpty() && conversation.opens(request.id());
    }

    public void reply(LoginId login, RequestId id, Result result) {
        answer(login, id, new Ack.Done(id, result));
    }

    public void refuse(LoginId login, RequestId id, Refusal refusal) {
        answer(login, id, new Ack.Refused(id, refusal));
    }

    public void tell(LoginId login, ServerEvent event) {
        if (roster.find(login).isPresent()) {
            wire.deliver(login, event);
        }
    }

    /// Tells every device of a user.
    public void tell(UserId user, ServerEvent event) {
        tell(user, event, _ -> true);
    }

    /// Tells every device of a user but the one that did it.
    public void tellOthers(Session doer, ServerEvent event) {
        tell(doer.user(), event, other -> !other.equals(doer));
    }

    public void journal(CallEvent event) {
        wire.journal(event);
    }

    private void tell(UserId user, ServerEvent event, Predicate<Session> which) {
        roster.of(user).stream().filter(which).forEach(session -> wire.deliver(session.login(), event));
    }

    private void answer(LoginId login, RequestId id, Ack ack) {
        @Nullable Conversation conversation = conversations.get(login);
        if (conversation == null) {
            return;
        }
        if (ack instanceof Ack.Done(var _, var result) && isCheaperToFindAgain(result)) {
            conversation.answeredForOnce(id);
        } else {
            conversation.answered(id, ack);
        }
        wire.reply(login, ack);
    }

    private static boolean isCheaperToFindAgain(Result result) {
        return result instanceof Result.Invitation || result instanceof Result.Statuses;
    }
}
