// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc;

import dev.duet.client.rtc.told.RtcCloudListener;
import dev.duet.client.rtc.type.RtcAppScene;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.client.stay.MediaTools;
import dev.duet.client.world.FakeConnection;
import dev.duet.client.world.FakeDevices;
import dev.duet.client.world.FakeEngine;
import dev.duet.client.world.FakeSessions;
import dev.duet.client.world.World;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One person's room client, its devices, and what it told.
final class Visitor {
    /// One callback with its arguments.
    record Call(String name, List<Object> arguments) {
        @Override
        public String toString() {
            return name + arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    final World world;
    final String user;
    final FakeSessions sessions;
    final FakeEngine engine;
    final FakeDevices devices;
    final RtcCloud rtc;
    private final List<Call> log = new ArrayList<>();
    private int read;

    Visitor(World world, String user) {
        this.world = world;
        this.user = user;
        this.sessions = world.sessions();
        this.engine = new FakeEngine(world);
        this.devices = engine.devices;
        this.rtc = new RtcCloud(sessions, new MediaTools(() -> engine, world::run));
        rtc.registerListener(listener());
    }

    private RtcCloudListener listener() {
        Object proxy = Proxy.newProxyInstance(
                RtcCloudListener.class.getClassLoader(), new Class<?>[] {RtcCloudListener.class}, this::take);
        return (RtcCloudListener) proxy;
    }

    private @Nullable Object take(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("equals") && arguments != null) {
            return System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
        }
        if (method.getName().equals("hashCode")) {
            return System.identityHashCode(this);
        }
        log.add(new Call(method.getName(), arguments == null ? List.of() : Arrays.asList(arguments)));
        return null;
    }

    /// What was told since the last time, but for what comes every 2 s.
    List<String> news() {
        world.settle();
        List<String> fresh = log.subList(read, log.size()).stream()
                .filter(call ->
                        !call.name().equals("onStatistics") && !call.name().equals("onNetworkQuality"))
                .map(Call::toString)
                .toList();
        read = log.size();
        return fresh;
    }

    /// The names of what was told since the last time, with the first argument of errors and warnings.
    List<String> briefly() {
        return news().stream()
                .map(line -> line.replaceAll("^(onError|onWarning|onSwitchRoom|onSwitchRole)\\((-?\\d+),.*", "$1 $2"))
                .toList();
    }

    /// The arguments with which a callback was called, each time.
    List<List<Object>> told(String callback) {
        world.settle();
        return log.stream()
                .filter(call -> call.name().equals(callback))
                .map(Call::arguments)
                .toList();
    }

    /// Of a kind that is right.
    RtcParams params() {
        return new RtcParams(1, user, "sig").withStrRoomId("r");
    }

    void enter() {
        rtc.enterRoom(params(), RtcAppScene.VIDEO_CALL);
        world.settle();
    }

    void exit() {
        rtc.exitRoom();
        world.settle();
    }

    /// Both in one room; what was told until then is forgotten. The first connection is the first one's.
    static List<Visitor> together(World world) {
        List<Visitor> both = List.of(new Visitor(world, "alice"), new Visitor(world, "bob"));
        both.forEach(Visitor::enter);
        both.forEach(Visitor::news);
        return both;
    }

    static FakeConnection first(World world) {
        return world.connections.getFirst();
    }
}
