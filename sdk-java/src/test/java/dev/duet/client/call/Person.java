// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call;

import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallState;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.FakeDevices;
import dev.duet.frame.ServerEvent.KickReason;
import java.util.ArrayList;
import java.util.List;

/// One person at one device: a client, its devices, and what it was told.
final class Person {
    final FakeDevices devices = new FakeDevices();
    final FakeSession session;
    final DuetClient client;
    final Phone phone;
    /// Every call that was announced here, and every one that waits.
    final List<Call> incoming = new ArrayList<>();
    final List<Call> waiting = new ArrayList<>();
    final List<KickReason> kicks = new ArrayList<>();

    Person(Exchange exchange, Phone phone) {
        this.phone = phone;
        this.session = new FakeSession(exchange, phone);
        this.client = new DuetClient(
                session,
                new ClientOptions(() -> exchange.world.engine, exchange.world::run, Sources.of(devices), false));
        client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                incoming.add(call);
            }

            @Override
            public void waiting(Call call) {
                waiting.add(call);
            }

            @Override
            public void kicked(KickReason reason) {
                kicks.add(reason);
            }
        });
    }

    /// What is open, as `mic cam`.
    String live() {
        List<String> open = new ArrayList<>();
        devices.sounds.stream().filter(each -> !each.ended().isDone()).forEach(each -> open.add("mic"));
        devices.videos.stream().filter(each -> !each.ended().isDone()).forEach(each -> open.add("cam"));
        return String.join(" ", open);
    }

    /// What a connection sends, for one look.
    static String sending(FakeConnection connection) {
        return (connection.audio == null ? "" : "audio ") + connection.videos.keySet();
    }

    /// The names of the states a call goes through from now on, the present one first.
    static List<String> watch(Call call) {
        List<String> seen = new ArrayList<>(List.of(kind(call.state())));
        call.on(new CallListener() {
            @Override
            public void state(Call told, CallState now, CallState before) {
                if (!kind(now).equals(kind(before))) {
                    seen.add(kind(now));
                }
            }
        });
        return seen;
    }

    static String kind(CallState state) {
        return state.getClass().getSimpleName();
    }

    /// As `HANGUP by LOCAL`; what it is instead when it has not ended.
    static String ending(Call call) {
        return call.state() instanceof CallState.Ended end
                ? end.reason() + " by " + end.side()
                : call.state().toString();
    }

    static String message(Call call) {
        return call.state() instanceof CallState.Ended end
                ? end.message()
                : call.state().toString();
    }
}
