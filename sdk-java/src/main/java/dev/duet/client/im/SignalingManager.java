// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Audience;
import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.socket.Handset;
import dev.duet.client.socket.LiveSession;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result.Invited;
import dev.duet.frame.Result.Nothing;
import dev.duet.frame.ServerEvent;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Invitations and their answers. Holds no state of its own: the session knows what rings. Every method may be called
/// from any thread and never blocks; answers arrive on the app's executor.
public final class SignalingManager {
    private static final Result<Void> NO_SUCH =
            Result.refused(Code.INVALID_INVITE_ID, "The invitation is unknown or has already ended.");
    private static final Result<Void> KNOWN = Result.refused(Code.ALREADY_EXISTS, "This invitation is known already.");

    private final Handset handset;
    private final Audience<SignalingListener> audience;
    private @Nullable LiveSession session;
    private Result<Void> lack = Answers.NOT_INITIALIZED;

    SignalingManager(Handset handset) {
        this.handset = handset;
        this.audience = new Audience<>(handset.events());
    }

    Audience<SignalingListener> audience() {
        return audience;
    }

    /// `reason` is the answer to everything while there is no session.
    void attach(@Nullable LiveSession now, Result<Void> reason) {
        session = now;
        lack = reason;
    }

    void tell(ServerEvent event) {
        audience.tell(listener -> Telling.hand(event, listener));
    }

    /// What rang in a session before a login joined it has not been told to anybody here.
    void ringAgain(LiveSession joined) {
        for (InviteId id : joined.ringing()) {
            var unused = find(id.text()).thenAccept(answer -> {
                InvitationInfo found = answer.data();
                if (found != null && ringsFor(joined, found) && joined.equals(session)) {
                    tell(new ServerEvent.NewInvitation(found));
                }
            });
        }
    }

    private static boolean ringsFor(LiveSession session, InvitationInfo invitation) {
        return invitation.end() == null && invitation.inviteeList().contains(session.userId());
    }

    /// Listeners are called in the order they were added; the same one twice counts once. Add them before the login.
    public Result<Void> addSignalingListener(SignalingListener listener) {
        return audience.add(listener);
    }

    /// Takes a listener off.
    ///
    /// @param listener null takes every listener off
    public Result<Void> removeSignalingListener(@Nullable SignalingListener listener) {
        return audience.remove(listener);
    }

    /// With the usual timeout of 30 s.
    public CompletableFuture<Result<String>> invite(String invitee, String data) {
        return invite(new InviteParams(invitee, data));
    }

    /// The data is the id of the invitation, also when the code is not 0. It may be another than asked for when both
    /// sides call each other; it is empty when the parameters are not what they have to be (6017, 8001). 7008: too
    /// many in a short time; 8012: the id is taken; 20003: there is no such user; 6013, 6014: nobody is logged in.
    public CompletableFuture<Result<String>> invite(InviteParams params) {
        return handset.answer(() -> {
            Optional<Result<Void>> wrong = unfit(invitable(params));
            return wrong.isPresent() ? Answers.now(with(wrong.get(), "")) : inviteFit(params);
        });
    }

    private static Check invitable(@Nullable InviteParams params) {
        Check check = new Check().that(params != null, "params", "what is invited to");
        if (params == null) {
            return check;
        }
        String id = params.inviteID();
        OfflinePushInfo push = params.offlinePushInfo();
        return check.text("data", params.data())
                .timeout(params.timeout())
                .someText("invitee", params.invitee())
                .that(push == null || push.fits(), "offlinePushInfo", "an object of at most 4096 bytes as JSON")
                .that(id == null || InviteId.of(id).isPresent(), "inviteID", "made of " + InviteId.RULE)
                .data(params.data());
    }

    private CompletableFuture<Result<String>> inviteFit(InviteParams params) {
        String given = params.inviteID();
        InviteId id = new InviteId(given == null ? UUID.randomUUID().toString() : given);
        Optional<UserId> invitee = UserId.of(params.invitee());
        if (invitee.isEmpty()) {
            Result<Void> unknown = Result.refused(Code.UNKNOWN_USER, "There is no user with such an id.");
            return Answers.now(with(absent().orElse(unknown), id.text()));
        }
        OfflinePushInfo push = params.offlinePushInfo();
        ClientRequest invite = new ClientRequest.Invite(
                invitee.get(),
                params.data(),
                Duration.ofSeconds(params.timeout()),
                params.onlineUserOnly(),
                push == null ? null : new dev.duet.frame.OfflinePushInfo(push.json()),
                id);
        return ask(invite, Invited.class::cast).thenApply(answer -> {
            Invited invited = answer.data();
            return with(answer, (invited == null ? id : invited.inviteId()).text());
        });
    }

    private static Result<String> with(Result<?> answer, String data) {
        return new Result<>(answer.code(), answer.desc(), data);
    }

    /// Duet calls are one-to-one: refused with 7013, or with 6017 when nobody is invited.
    public CompletableFuture<Result<String>> inviteInGroup(
            String groupID, List<String> inviteeList, String data, int timeout, boolean onlineUserOnly) {
        return handset.answer(() -> {
            Check check = new Check()
                    .text("data", data)
                    .timeout(timeout)
                    .text("groupID", groupID)
                    .texts("inviteeList", inviteeList, 1, Integer.MAX_VALUE)
                    .data(data);
            Result<Void> refusal = unfit(check)
                    .orElse(Result.refused(
                            Code.NOT_SUPPORTED_HERE,
                            "Duet calls are one-to-one: invite each person with `invite` instead."));
            return Answers.now(with(refusal, ""));
        });
    }

    /// Takes back an own invitation while it rings. 8010: it is unknown or has ended; 8011: it is somebody else's;
    /// 8001: `data` has more than 12288 bytes; 6013, 6014: nobody is logged in.
    public CompletableFuture<Result<Void>> cancel(String inviteID, String data) {
        return answer(inviteID, data, ClientRequest.Cancel::new);
    }

    /// Says yes to an invitation that rings here. Codes as of [#cancel]; 8010 also when another device was first.
    public CompletableFuture<Result<Void>> accept(String inviteID, String data) {
        return answer(inviteID, data, ClientRequest.Accept::new);
    }

    /// Says no to an invitation that rings here. Codes as of [#cancel].
    public CompletableFuture<Result<Void>> reject(String inviteID, String data) {
        return answer(inviteID, data, ClientRequest.Reject::new);
    }

    /// Replaces the data of an own invitation while it rings. Codes as of [#cancel].
    public CompletableFuture<Result<Void>> modifyInvitation(String inviteID, String data) {
        return answer(inviteID, data, ClientRequest.ModifyInvitation::new);
    }

    /// The latest step of an invitation that rings or ended in the last minute; 8010 for any other.
    public CompletableFuture<Result<SignalingInfo>> getSignalingInfo(String inviteID) {
        return handset.answer(() -> {
            Optional<Result<Void>> wrong = unfit(new Check().someText("inviteID", inviteID));
            return wrong.isPresent()
                    ? Answers.now(wrong.get().bare())
                    : find(inviteID).thenApply(answer -> {
                        InvitationInfo found = answer.data();
                        return found == null ? answer.bare() : Result.done(SignalingInfo.latestStepOf(found));
                    });
        });
    }

    /// Takes in an invitation that was learned elsewhere, as from a push; it rings here if it still rings anywhere.
    /// Known already: 8012; for somebody else: 8011; ended: 8010.
    public CompletableFuture<Result<Void>> addInvitedSignaling(SignalingInfo info) {
        return handset.answer(() -> {
            String inviteID = info == null ? null : info.inviteID();
            Optional<Result<Void>> wrong = unfit(new Check().someText("inviteID", inviteID));
            return wrong.isPresent() || inviteID == null
                    ? Answers.now(wrong.orElse(NO_SUCH))
                    : takeIn(session, inviteID);
        });
    }

    private CompletableFuture<Result<Void>> takeIn(@Nullable LiveSession asked, String inviteID) {
        if (asked != null && knows(asked, inviteID)) {
            return Answers.now(KNOWN);
        }
        return find(inviteID).thenApply(answer -> {
            InvitationInfo found = answer.data();
            return asked == null || found == null ? answer.bare() : heard(asked, found);
        });
    }

    private static boolean knows(LiveSession session, String inviteID) {
        return InviteId.of(inviteID).filter(session::knows).isPresent();
    }

    private static Result<Void> heard(LiveSession session, InvitationInfo found) {
        if (!found.inviteeList().contains(session.userId())) {
            return Result.refused(Code.NO_PERMISSION, "This invitation is for somebody else.");
        }
        if (found.end() != null) {
            return Result.refused(Code.INVALID_INVITE_ID, "This invitation has already ended.");
        }
        if (session.knows(found.inviteId())) {
            return KNOWN;
        }
        session.hear(found);
        return Result.done();
    }

    private CompletableFuture<Result<Void>> answer(
            String inviteID, String data, BiFunction<InviteId, String, ClientRequest> step) {
        return handset.answer(() -> {
            Optional<Result<Void>> wrong =
                    unfit(new Check().text("inviteID", inviteID).data(data));
            if (wrong.isPresent()) {
                return Answers.now(wrong.get());
            }
            Optional<InviteId> id = InviteId.of(inviteID);
            return id.isEmpty()
                    ? Answers.now(absent().orElse(NO_SUCH))
                    : ask(step.apply(id.get(), data), Nothing.class::cast).thenApply(Result::bare);
        });
    }

    private CompletableFuture<Result<InvitationInfo>> find(String inviteID) {
        Optional<InviteId> id = InviteId.of(inviteID);
        if (id.isEmpty()) {
            return Answers.now(absent().orElse(NO_SUCH).bare());
        }
        return ask(
                new ClientRequest.GetInvitation(id.get()),
                result -> ((dev.duet.frame.Result.Invitation) result).invitation());
    }

    private <T> CompletableFuture<Result<T>> ask(ClientRequest request, Function<dev.duet.frame.Result, T> taken) {
        LiveSession asked = session;
        return asked == null
                ? Answers.now(lack.bare())
                : asked.request(request, taken).thenApply(Answers::forPeople);
    }

    private Optional<Result<Void>> absent() {
        LiveSession asked = session;
        if (asked == null) {
            return Optional.of(lack);
        }
        return asked.isSignedIn() ? Optional.empty() : Optional.of(Answers.NOT_LOGGED_IN);
    }

    private Optional<Result<Void>> unfit(Check check) {
        return Objects.equals(lack, Answers.NOT_INITIALIZED) ? Optional.of(lack) : check.refusal();
    }
}
