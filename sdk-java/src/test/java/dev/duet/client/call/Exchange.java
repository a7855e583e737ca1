// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.world.World;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.InvitationInfo.Outcome;
import dev.duet.frame.Result.Invitation;
import dev.duet.frame.Result.Invited;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.ServerEvent;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A world in which people call each other: the invitations of its server, and the phones that ring.
final class Exchange {
    final World world = new World();
    final List<Phone> phones = new ArrayList<>();
    /// Every request about an invitation, as `alice Accept`.
    final List<String> log = new ArrayList<>();
    /// A user whose requests take effect but get no answer.
    @Nullable
    UserId deaf;

    private final Map<InviteId, InvitationInfo> invitations = new LinkedHashMap<>();

    Person person(String user) {
        return person(user, user + "-1");
    }

    /// Somebody signs in on a device.
    Person person(String user, String device) {
        Phone phone = new Phone(this, new UserId(user), new DeviceId(device));
        phones.add(phone);
        return new Person(this, phone);
    }

    @Nullable
    Result<dev.duet.frame.Result> answer(Phone phone, ClientRequest request) {
        log.add(phone.userId() + " " + request.getClass().getSimpleName());
        Integer refusal = world.server.refusals.get(request.getClass());
        Result<dev.duet.frame.Result> answer =
                refusal == null ? carryOut(phone, request) : Result.refused(refusal, "No.");
        return phone.userId().equals(deaf) ? null : answer;
    }

    private Result<dev.duet.frame.Result> carryOut(Phone phone, ClientRequest request) {
        return switch (request) {
            case ClientRequest.Invite invite -> invite(phone, invite);
            case ClientRequest.GetInvitation get ->
                find(get.inviteId())
                        .<Result<dev.duet.frame.Result>>map(found -> Result.done(new Invitation(found)))
                        .orElse(over());
            case ClientRequest.Cancel cancel -> cancel(phone, cancel);
            case ClientRequest.Accept accept -> accept(phone, accept);
            case ClientRequest.Reject reject -> reject(phone, reject);
            default -> throw new AssertionError("not about an invitation: " + request);
        };
    }

    private Optional<InvitationInfo> find(InviteId id) {
        return Optional.ofNullable(invitations.get(id));
    }

    private Optional<InvitationInfo> ringing(InviteId id) {
        return find(id).filter(each -> each.end() == null);
    }

    private static <T> Result<T> over() {
        return Result.refused(Code.INVALID_INVITE_ID, "It is over.");
    }

    private static Result<dev.duet.frame.Result> nothing() {
        return Result.done(new Nothing());
    }

    private Result<dev.duet.frame.Result> invite(Phone phone, ClientRequest.Invite asked) {
        UserId user = phone.userId();
        Optional<InvitationInfo> first = invitations.values().stream()
                .filter(each -> each.end() == null)
                .filter(each -> each.inviter().equals(asked.invitee()))
                .filter(each -> each.inviteeList().contains(user))
                .findFirst();
        return Result.done(first.map(met -> glare(phone, met)).orElseGet(() -> ring(user, asked)));
    }

    private Invited glare(Phone phone, InvitationInfo first) {
        end(first, Outcome.ACCEPTED, "");
        ServerEvent said = new ServerEvent.InviteeAccepted(first.inviteId(), phone.userId(), "", phone.device());
        tell(first.inviter(), said);
        tell(phone.userId(), said);
        world.run(() -> world.server.accept(first.inviteId()));
        return new Invited(first.inviteId(), first.deadline());
    }

    private Invited ring(UserId inviter, ClientRequest.Invite asked) {
        InviteId id = Optional.ofNullable(asked.inviteId()).orElseThrow();
        Instant deadline = world.now().plus(asked.timeout());
        InvitationInfo made = new InvitationInfo(
                id,
                inviter,
                List.of(asked.invitee()),
                asked.data(),
                asked.timeout(),
                world.now(),
                deadline,
                false,
                null);
        invitations.put(id, made);
        if (!asked.timeout().isZero()) {
            world.wake(deadline, () -> timeOut(id));
        }
        tell(asked.invitee(), new ServerEvent.NewInvitation(made));
        phonesOf(asked.invitee())
                .forEach(each -> tell(
                        inviter,
                        new ServerEvent.InvitationDelivered(
                                id, asked.invitee(), each.device(), ServerEvent.Via.SOCKET, "delivered")));
        return new Invited(id, deadline);
    }

    private void timeOut(InviteId id) {
        ringing(id).ifPresent(made -> {
            end(made, Outcome.TIMED_OUT, "");
            ServerEvent said = new ServerEvent.InvitationTimeout(id, made.inviteeList());
            tell(made.inviter(), said);
            tell(invitee(made), said);
        });
    }

    private void end(InvitationInfo made, Outcome outcome, String data) {
        invitations.put(
                made.inviteId(),
                new InvitationInfo(
                        made.inviteId(),
                        made.inviter(),
                        made.inviteeList(),
                        made.data(),
                        made.timeout(),
                        made.createdAt(),
                        made.deadline(),
                        made.onlineUserOnly(),
                        new InvitationInfo.End(outcome, data)));
    }

    private Result<dev.duet.frame.Result> cancel(Phone phone, ClientRequest.Cancel asked) {
        return ringing(asked.inviteId())
                .map(made -> {
                    end(made, Outcome.CANCELLED, asked.data());
                    tell(
                            invitee(made),
                            new ServerEvent.InvitationCancelled(made.inviteId(), phone.userId(), asked.data()));
                    return nothing();
                })
                .orElse(over());
    }

    private Result<dev.duet.frame.Result> accept(Phone phone, ClientRequest.Accept asked) {
        return ringing(asked.inviteId())
                .map(made -> {
                    end(made, Outcome.ACCEPTED, asked.data());
                    answered(
                            phone,
                            made,
                            new ServerEvent.InviteeAccepted(
                                    made.inviteId(), invitee(made), asked.data(), phone.device()));
                    world.run(() -> world.server.accept(made.inviteId()));
                    return nothing();
                })
                .orElse(over());
    }

    private Result<dev.duet.frame.Result> reject(Phone phone, ClientRequest.Reject asked) {
        return ringing(asked.inviteId())
                .map(made -> {
                    end(made, Outcome.REJECTED, asked.data());
                    answered(
                            phone,
                            made,
                            new ServerEvent.InviteeRejected(
                                    made.inviteId(), invitee(made), asked.data(), phone.device()));
                    return nothing();
                })
                .orElse(over());
    }

    /// The devices on which it was not answered are told, and warm no more.
    private void answered(Phone by, InvitationInfo made, ServerEvent said) {
        tell(made.inviter(), said);
        phonesOf(invitee(made)).stream().filter(each -> !each.equals(by)).forEach(each -> {
            world.server.closeLobby(each.rooms().userId());
            each.tell(said);
        });
    }

    private static UserId invitee(InvitationInfo made) {
        return made.inviteeList().getFirst();
    }

    private List<Phone> phonesOf(UserId user) {
        return phones.stream().filter(each -> each.userId().equals(user)).toList();
    }

    private void tell(UserId user, ServerEvent event) {
        phonesOf(user).forEach(each -> each.tell(event));
    }
}
