// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.line;

import dev.duet.call.quota.Allowance;
import dev.duet.call.quota.Limit;
import dev.duet.frame.Ack;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.RequestId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The requests of one login: which wait for an answer, which were answered lately, how many more may come.
final class Conversation {
    /// How many answers are kept for requests that come twice. A client repeats within seconds or not at all, and sends
    /// fewer than this in that time.
    static final int REMEMBERED = 32;

    private final Map<RequestId, Ack> answers = new LinkedHashMap<>();
    private final Set<RequestId> open = new HashSet<>();
    private final Map<Limit, Allowance> allowances = new EnumMap<>(Limit.class);

    /// Custom commands, of which a call may send many, are counted by themselves.
    boolean allows(ClientRequest request, Instant now) {
        return switch (request) {
            case ClientRequest.SendCustomCmd command ->
                takes(Limit.CUSTOM_COMMANDS, 1, now)
                        && takes(Limit.CUSTOM_COMMAND_BYTES, decodedLength(command.data()), now);
            case ClientRequest.GetUserStatus _ -> takesBoth(Limit.STATUS_QUERIES, now);
            case ClientRequest.SubscribeUserStatus _ -> takesBoth(Limit.STATUS_SUBSCRIPTIONS, now);
            case ClientRequest.UnsubscribeUserStatus _ -> takesBoth(Limit.STATUS_UNSUBSCRIPTIONS, now);
            case ClientRequest.SetSelfStatus _ -> takesBoth(Limit.STATUS_CHANGES, now);
            case ClientRequest.StartSpeedTest _ -> takesBoth(Limit.SPEED_TESTS, now);
            default -> takes(Limit.REQUESTS, 1, now);
        };
    }

    Optional<Ack> answerTo(RequestId id) {
        return Optional.ofNullable(answers.get(id));
    }

    /// Notes a new request; false when the same one is still being worked on.
    boolean opens(RequestId id) {
        return open.add(id);
    }

    void answered(RequestId id, Ack ack) {
        open.remove(id);
        answers.put(id, ack);
        if (answers.size() > REMEMBERED) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    /// Notes an answer that is cheaper to find again than to keep.
    void answeredForOnce(RequestId id) {
        open.remove(id);
    }

    private boolean takesBoth(Limit ofItsOwn, Instant now) {
        return takes(Limit.REQUESTS, 1, now) && takes(ofItsOwn, 1, now);
    }

    private boolean takes(Limit limit, int count, Instant now) {
        return allowances.computeIfAbsent(limit, Allowance::new).take(count, now);
    }

    /// Bytes in base64 text (RFC 4648 section 4).
    private static int decodedLength(String base64) {
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        return base64.length() * 3 / 4 - padding;
    }
}
