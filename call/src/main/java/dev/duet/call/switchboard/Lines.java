// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.roster.Admission;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.call.roster.Roster;
import dev.duet.call.roster.Session;
import dev.duet.call.switchboard.Effect.CloseReason;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The ways to the devices that are logged in, and the effects collected for them. What is meant for a login that is
/// gone goes nowhere.
final class Lines {
    private final Roster roster;
    private final Map<LoginId, Conversation> conversations = new HashMap<>();
    private List<Effect> effects = new ArrayList<>();

    Lines(LoginPolicy policy) {
        this.roster = new Roster(policy);
    }

    Admission open(Session session) {
        Admission admission = roster.admit(session);
        conversations.put(session.login(), new Conversation());
        return admission;
    }

    /// Closes the socket of a login and forgets it.
    void close(Session session, CloseReason why) {
        add(new Effect.CloseLogin(session.login(), why));
        forget(session.login());
    }

    Optional<Session> forget(LoginId login) {
        conversations.remove(login);
        return roster.remove(login);
    }

    Optional<Session> find(LoginId login) {
        return roster.find(login);
    }

    List<Session> of(UserId user) {
        return roster.of(user);
    }

    int size() {
        return roster.size();
    }

    /// Whether a request is to be worked on now; if not, it is answered here: it came too fast, or came before.
    boolean admits(Session session, Request request, Instant now) {
        @Nullable Conversation conversation = conversations.get(session.login());
        if (conversation == null) {
            return false;
        }
        if (!conversation.allows(request.body(), now)) {
            add(new Effect.Reply(
                    session.login(), new Ack.Refused(request.id(), Refusal.of(ErrorCode.FREQUENCY_LIMIT))));
            return false;
        }
        Optional<Ack> before = conversation.answerTo(request.id());
        before.ifPresent(ack -> add(new Effect.Reply(session.login(), ack)));
        return before.isEmpty() && conversation.opens(request.id());
    }

    void reply(LoginId login, RequestId id, Result result) {
        answer(login, id, new Ack.Done(id, result));
    }

    void refuse(LoginId login, RequestId id, Refusal refusal) {
        answer(login, id, new Ack.Refused(id, refusal));
    }

    void tell(LoginId login, ServerEvent event) {
        if (roster.find(login).isPresent()) {
            add(new Effect.Deliver(login, event));
        }
    }

    /// Tells every device of a user.
    void tell(UserId user, ServerEvent event) {
        tell(user, event, _ -> true);
    }

    /// Tells every device of a user but the one that did it.
    void tellOthers(Session doer, ServerEvent event) {
        tell(doer.user(), event, other -> !other.equals(doer));
    }

    void journal(CallEvent event) {
        add(new Effect.Journal(event));
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    /// The effects so far; the next ones begin a new list.
    List<Effect> drain() {
        List<Effect> drained = effects;
        effects = new ArrayList<>();
        return List.copyOf(drained);
    }

    private void tell(UserId user, ServerEvent event, Predicate<Session> which) {
        roster.of(user).stream().filter(which).forEach(session -> add(new Effect.Deliver(session.login(), event)));
    }

    private void answer(LoginId login, RequestId id, Ack ack) {
        @Nullable Conversation conversation = conversations.get(login);
        if (conversation == null) {
            return;
        }
        if (ack instanceof Ack.Done done && done.result() instanceof Result.Invitation) {
            conversation.answeredForOnce(id);
        } else {
            conversation.answered(id, ack);
        }
        add(new Effect.Reply(login, ack));
    }
}
