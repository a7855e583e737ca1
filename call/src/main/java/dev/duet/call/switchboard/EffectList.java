// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.call.agenda.Ticket;
import dev.duet.call.invitation.PushNote;
import dev.duet.call.ledger.CallEvent;
import dev.duet.call.line.Wire;
import dev.duet.call.ringing.PushOrders;
import dev.duet.call.solo.SoloOrders;
import dev.duet.call.stay.RoomOrders;
import dev.duet.frame.Ack;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.ServerEvent;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.ArrayList;
import java.util.List;

/// What the desks have said and ordered, as effects in that order.
final class EffectList implements Wire, RoomOrders, SoloOrders, PushOrders {
    private List<Effect> effects = new ArrayList<>();

    void add(Effect effect) {
        effects.add(effect);
    }

    /// The effects so far; the next ones begin a new list.
    List<Effect> drain() {
        List<Effect> drained = effects;
        effects = new ArrayList<>();
        return List.copyOf(drained);
    }

    @Override
    public void reply(LoginId login, Ack ack) {
        add(new Effect.Reply(login, ack));
    }

    @Override
    public void deliver(LoginId login, ServerEvent event) {
        add(new Effect.Deliver(login, event));
    }

    @Override
    public void journal(CallEvent event) {
        add(new Effect.Journal(event));
    }

    @Override
    public void enter(Ticket ticket, RoomId room, UserId user, String sdp) {
        add(new Effect.Negotiate(ticket.login(), ticket.request(), room, user, sdp));
    }

    @Override
    public void restartIce(Ticket ticket, RoomId room, UserId user, String sdp) {
        add(new Effect.RestartIce(ticket.login(), ticket.request(), room, user, sdp));
    }

    @Override
    public void receive(RoomId room, UserId user, ReceiveWish wish) {
        add(new Effect.Receive(room, user, wish));
    }

    @Override
    public void leave(RoomId room, UserId user) {
        add(new Effect.LeaveMedia(room, user));
    }

    @Override
    public void warmUp(Ticket ticket, UserId user, String sdp) {
        add(new Effect.WarmUp(ticket.login(), ticket.request(), user, sdp));
    }

    @Override
    public void openMirror(Ticket ticket, UserId user, String sdp) {
        add(new Effect.OpenMirror(ticket.login(), ticket.request(), user, sdp));
    }

    @Override
    public void restartIce(Ticket ticket, UserId user, String sdp) {
        add(new Effect.RestartSoloIce(ticket.login(), ticket.request(), user, sdp));
    }

    @Override
    public void receive(LoginId login, ReceiveWish wish) {
        add(new Effect.ReceiveSolo(login, wish));
    }

    @Override
    public void adopt(LoginId login, RoomId room, UserId user) {
        add(new Effect.AdoptWarm(login, room, user));
    }

    @Override
    public void close(LoginId login) {
        add(new Effect.CloseSolo(login));
    }

    @Override
    public void push(PushNote note) {
        add(new Effect.Push(note));
    }

    @Override
    public void withdraw(InviteId inviteId, UserId invitee) {
        add(new Effect.WithdrawPush(inviteId, invitee));
    }
}
