// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.desk;

import static dev.duet.example.Person.done;
import static dev.duet.example.Person.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.call.Call;
import dev.duet.client.call.state.CallState;
import dev.duet.client.media.picture.Colour;
import dev.duet.example.DevServer;
import dev.duet.example.Person;
import dev.duet.testing.TestServer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DeskIT {
    private static final Colour RED = new Colour(200, 30, 30);
    private static final Colour BLUE = new Colour(30, 30, 200);
    private static final Colour GREEN = new Colour(0, 120, 60);

    @Test
    void two_customers_come_to_one_agent_in_the_order_of_their_calls() throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                TestServer running = TestServer.start()) {
            DevServer server = new DevServer(running.origin());
            Desk desk = new Desk(thread);
            done(desk.open(server, server.account("support"), List.of("anna")));
            Person alice = new Person(server.account("alice"), RED, 500);
            Person bob = new Person(server.account("bob"), BLUE, 600);
            Call first = alice.calls("support");
            until("alice's call rings at the desk", () -> Person.rings(first));
            Call second = bob.calls("support");
            until("bob's call rings at the desk", () -> Person.rings(second));

            Agent anna = new Agent(server.account("anna"), Runnable::run, Person.sources(GREEN, 440));
            done(anna.start(server));
            until("alice sees and hears anna", () -> alice.sees(GREEN) && alice.hears(440));
            assertThat(second.state()).isInstanceOf(CallState.Ringing.class);

            done(first.hangUp());
            until("bob sees and hears anna", () -> bob.sees(GREEN) && bob.hears(440));
            done(second.hangUp());
            done(anna.stop());
            alice.leaves();
            bob.leaves();
            done(desk.close());
        }
    }

    @Test
    void a_customer_who_gives_up_is_not_waited_for() throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                TestServer running = TestServer.start()) {
            DevServer server = new DevServer(running.origin());
            Desk desk = new Desk(thread);
            done(desk.open(server, server.account("support"), List.of("anna")));
            Person alice = new Person(server.account("alice"), RED, 500);
            Person bob = new Person(server.account("bob"), BLUE, 600);
            Call first = alice.calls("support");
            until("alice's call rings at the desk", () -> Person.rings(first));
            Call second = bob.calls("support");
            until("bob's call rings at the desk", () -> Person.rings(second));
            done(first.hangUp());

            Agent anna = new Agent(server.account("anna"), Runnable::run, Person.sources(GREEN, 440));
            done(anna.start(server));
            until("bob talks to anna", () -> Person.isTalkedIn(second));
            done(second.hangUp());
            done(anna.stop());
            alice.leaves();
            bob.leaves();
            done(desk.close());
        }
    }
}
