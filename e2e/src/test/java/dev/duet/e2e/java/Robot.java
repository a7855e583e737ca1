// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.im.ImManager;
import dev.duet.client.im.SdkListener;
import dev.duet.client.im.SignalingListener;
import dev.duet.client.im.SignalingManager;
import dev.duet.client.im.UserStatus;
import dev.duet.client.socket.Handset;
import dev.duet.e2e.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A logged-in client of the Java SDK that writes down what it is told.
final class Robot {
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final ImManager im;

    Robot(RunningServer server, String user, String device) {
        im = new ImManager(new Handset(Runnable::run, device));
        answer(im.initSDK(server.app(), server.origin(), new Session()));
        im.getSignalingManager().addSignalingListener(new Signaling());
        done(im.login(user, server.ticket(user, Duration.ofHours(1))));
        hears("connecting", "connected");
    }

    ImManager im() {
        return im;
    }

    SignalingManager signaling() {
        return im.getSignalingManager();
    }

    /// The next things that are told, in this order, and within the patience of a test.
    void hears(String... wanted) {
        for (String each : wanted) {
            try {
                assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(each);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    void heardNothingElse() {
        assertThat(told).isEmpty();
    }

    static <T> Result<T> answer(CompletableFuture<Result<T>> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static void done(CompletableFuture<? extends Result<?>> answer) {
        assertThat(answer).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
        assertThat(answer.join().desc()).isEqualTo("ok");
    }

    private final class Session implements SdkListener {
        @Override
        public void onConnecting() {
            told.add("connecting");
        }

        @Override
        public void onConnectSuccess() {
            told.add("connected");
        }

        @Override
        public void onKickedOffline() {
            told.add("kicked");
        }

        @Override
        public void onUserStatusChanged(List<UserStatus> statuses) {
            statuses.forEach(each -> told.add(each.userID() + " is " + each.statusType()));
        }
    }

    private final class Signaling implements SignalingListener {
        @Override
        public void onReceiveNewInvitation(
                String inviteID, String inviter, String groupID, List<String> inviteeList, String data) {
            told.add(inviter + " calls: " + data);
        }

        @Override
        public void onInviteeAccepted(String inviteID, String invitee, String data) {
            told.add(invitee + " accepts: " + data);
        }

        @Override
        public void onInviteeRejected(String inviteID, String invitee, String data) {
            told.add(invitee + " rejects: " + data);
        }

        @Override
        public void onInvitationCancelled(String inviteID, String inviter, String data) {
            told.add(inviter + " cancels: " + data);
        }

        @Override
        public void onInvitationTimeout(String inviteID, List<String> inviteeList) {
            told.add("no answer of " + inviteeList);
        }
    }
}
