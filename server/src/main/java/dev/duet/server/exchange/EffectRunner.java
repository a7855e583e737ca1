// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.exchange;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.switchboard.Command;
import dev.duet.call.switchboard.Effect;
import dev.duet.call.switchboard.MediaAnswer;
import dev.duet.frame.RequestId;
import dev.duet.frame.ServerEvent;
import dev.duet.id.AppId;
import dev.duet.id.LoginId;
import dev.duet.server.watch.Gauges;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The hands of one switchboard: carries out its effects, in order, and hands back what comes of them.
final class EffectRunner {
    private static final Logger LOG = System.getLogger(EffectRunner.class.getName());

    private final AppId app;
    private final Lines lines;
    private final RoomMedia media;
    private final Outside outside;
    private final Gauges gauges;
    private final Consumer<Instant> alarm;
    private final Consumer<Command> back;

    /// @param back takes what an effect brings about, on any thread
    EffectRunner(
            AppId app,
            Lines lines,
            RoomMedia media,
            Outside outside,
            Gauges gauges,
            Consumer<Instant> alarm,
            Consumer<Command> back) {
        this.app = app;
        this.lines = lines;
        this.media = media;
        this.outside = outside;
        this.gauges = gauges;
        this.alarm = alarm;
        this.back = back;
    }

    void carryOut(List<Effect> effects) {
        for (Effect effect : effects) {
            carryOut(effect);
        }
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Reply reply -> lines.to(reply.login(), line -> line.answer(reply.ack()));
            case Effect.Deliver deliver -> {
                gauges.carriedOut(kind(named(deliver.event())));
                lines.to(deliver.login(), line -> line.tell(deliver.event()));
            }
            case Effect.CloseLogin close -> lines.end(close.login(), close.why());
            case Effect.Negotiate offer ->
                answer(offer.login(), offer.requestId(), media.enter(app, offer.room(), offer.user(), offer.sdp()));
            case Effect.RestartIce offer ->
                answer(
                        offer.login(),
                        offer.requestId(),
                        media.restartIce(app, offer.room(), offer.user(), offer.sdp()));
            case Effect.LeaveMedia leave -> media.leave(app, leave.room(), leave.user());
            case Effect.Receive receive -> media.receive(app, receive.room(), receive.user(), receive.wish());
            case Effect.WarmUp offer ->
                answer(offer.login(), offer.requestId(), media.warmUp(app, offer.login(), offer.user(), offer.sdp()));
            case Effect.AdoptWarm adopt -> media.adoptWarm(app, adopt.login(), adopt.room(), adopt.user());
            case Effect.OpenMirror offer ->
                answer(
                        offer.login(),
                        offer.requestId(),
                        media.openMirror(app, offer.login(), offer.user(), offer.sdp()));
            case Effect.RestartSoloIce offer ->
                answer(
                        offer.login(),
                        offer.requestId(),
                        media.restartSoloIce(app, offer.login(), offer.user(), offer.sdp()));
            case Effect.ReceiveSolo receive -> media.receiveSolo(app, receive.login(), receive.wish());
            case Effect.CloseSolo close -> media.closeSolo(app, close.login());
            case Effect.Journal journal -> note(journal.event());
            case Effect.Push push -> {
                gauges.carriedOut("push");
                outside.pushes().push(app, push.note(), back::accept);
            }
            case Effect.WithdrawPush withdraw -> {
                gauges.carriedOut("withdrawPush");
                outside.pushes().withdraw(app, withdraw.inviteId(), withdraw.invitee());
            }
            case Effect.KeepPushToken keep -> {
                gauges.carriedOut("keepPushToken");
                outside.pushes().keepToken(app, keep.device(), keep.token());
            }
            case Effect.WakeAt wake -> alarm.accept(wake.at());
        }
    }

    private void answer(LoginId login, RequestId request, CompletableFuture<MediaAnswer> answer) {
        var _ = answer.whenComplete((sdp, failure) ->
                back.accept(new Command.Negotiated(login, request, failure == null ? sdp : failed(failure))));
    }

    private static MediaAnswer failed(@Nullable Throwable failure) {
        LOG.log(Level.ERROR, "the media failed to answer an offer; this is a bug", failure);
        return new MediaAnswer.Refused("The server failed to answer the offer; try again.");
    }

    private void note(CallEvent event) {
        gauges.carriedOut(kind(event));
        outside.journal().note(app, event);
        LOG.log(Level.INFO, () -> app + " " + CallLine.of(event));
    }

    private static ServerEvent named(ServerEvent event) {
        return event instanceof ServerEvent.InHeldRoom held ? held.news() : event;
    }

    /// The type's own name in lower camel case: one of the sealed set, so a metric may carry it.
    private static String kind(Object event) {
        String name = event.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
