// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.desk;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.im.ImManager;
import dev.duet.client.im.InviteParams;
import dev.duet.client.im.SdkListener;
import dev.duet.client.im.SignalingListener;
import dev.duet.client.im.UserStatus;
import dev.duet.example.DevServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// One address that customers call. A call rings on until an agent is free; the desk then invites the agent with the
/// customer's own data, so that both come to the customer's room, and accepts the customer's call once the agent has
/// accepted. It carries no media and needs no engine.
///
/// The server's `busy` has to be `client`, as it is by default: somebody is busy at the desk all day.
public final class Desk {
    /// The custom status of an agent who wants to be called.
    static final String FREE = "free";

    private static final int ASK_SECONDS = 15;

    private final Executor app;
    private final ImManager im;
    private final WaitingLine line = new WaitingLine();
    /// The invitation that rings at an agent, and whose it is.
    private final Map<String, String> agentOf = new HashMap<>();

    /// Not open yet.
    ///
    /// @param app one thread, to which all that is here belongs
    public Desk(Executor app) {
        this.app = app;
        this.im = new ImManager(app);
    }

    /// Signs in and watches these agents, who may come and go.
    public CompletableFuture<Result<Void>> open(DevServer server, Account desk, List<String> agents) {
        im.getSignalingManager().addSignalingListener(new Calls());
        return im.initSDK(desk.sdkAppId().value(), server.origin(), new Agents())
                .thenCompose(ready -> desk.tickets().next())
                .thenCompose(ticket -> im.login(desk.userId().text(), ticket))
                .thenCompose(in -> in.isOk() ? im.subscribeUserStatus(agents) : CompletableFuture.completedFuture(in))
                .thenCompose(watching -> im.getUserStatus(agents).thenApplyAsync(this::begin, app));
    }

    private Result<Void> begin(Result<List<UserStatus>> agents) {
        if (agents.data() != null) {
            agents.data().forEach(this::hear);
        }
        return agents.bare();
    }

    public CompletableFuture<Result<Void>> close() {
        return im.unInitSDK();
    }

    private void hear(UserStatus agent) {
        if (agent.statusType() == UserStatus.ONLINE && agent.customStatus().equals(FREE)) {
            carryOut(line.isFree(agent.userID()));
        } else {
            line.isNotFree(agent.userID());
        }
    }

    private void carryOut(List<Order> orders) {
        for (Order order : orders) {
            System.out.println(order);
            switch (order) {
                case Order.Ask ask -> ask(ask.agent(), ask.customer());
                case Order.Withdraw vain -> withdraw(vain.agent());
                case Order.Answer answer -> accept(answer.customer());
            }
        }
    }

    /// A customer who has hung up in this moment leaves the agent alone in the room, whose client soon gives up.
    private void accept(Customer customer) {
        var unused = im.getSignalingManager().accept(customer.inviteID(), "");
    }

    private void ask(String agent, Customer customer) {
        String id = UUID.randomUUID().toString();
        agentOf.put(id, agent);
        var params = new InviteParams(agent, customer.data()).withInviteID(id).withTimeout(ASK_SECONDS);
        var unused = im.getSignalingManager().invite(params).thenAcceptAsync(answer -> giveUpUnlessOk(id, answer), app);
    }

    private void giveUpUnlessOk(String id, Result<?> answer) {
        if (!answer.isOk()) {
            declined(id);
        }
    }

    private void withdraw(String agent) {
        agentOf.entrySet().stream()
                .filter(one -> one.getValue().equals(agent))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(id -> {
                    agentOf.remove(id);
                    var unused = im.getSignalingManager().cancel(id, "");
                });
    }

    private void declined(String id) {
        String agent = agentOf.remove(id);
        if (agent != null) {
            carryOut(line.declines(agent));
        }
    }

    private final class Agents implements SdkListener {
        @Override
        public void onUserStatusChanged(List<UserStatus> agents) {
            agents.forEach(Desk.this::hear);
        }
    }

    private final class Calls implements SignalingListener {
        @Override
        public void onReceiveNewInvitation(
                String inviteID, String inviter, String groupID, List<String> inviteeList, String data) {
            carryOut(line.comes(new Customer(inviteID, inviter, data)));
        }

        @Override
        public void onInvitationCancelled(String inviteID, String inviter, String data) {
            carryOut(line.leaves(inviteID));
        }

        /// Of a customer, or of an agent who was asked.
        @Override
        public void onInvitationTimeout(String inviteID, List<String> inviteeList) {
            carryOut(line.leaves(inviteID));
            declined(inviteID);
        }

        @Override
        public void onInviteeAccepted(String inviteID, String agent, String data) {
            if (agentOf.remove(inviteID) != null) {
                carryOut(line.accepts(agent));
            }
        }

        @Override
        public void onInviteeRejected(String inviteID, String agent, String data) {
            declined(inviteID);
        }
    }

    public static void main(String... args) throws IOException, InterruptedException {
        List<String> agents =
                Arrays.stream(args).filter(each -> !each.contains("://")).toList();
        DevServer server = DevServer.of(args);
        // Its thread keeps the program running until Ctrl-C.
        Desk desk = new Desk(Executors.newSingleThreadExecutor());
        Result<Void> answer =
                desk.open(server, server.account("support"), agents).join();
        System.out.println(answer.isOk() ? "Call support; agents: " + agents : "Not open: " + answer);
    }
}
