// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who waits, who is free and who is asked for whom: the first customer goes to the agent who has been free longest.
/// Knows nothing of calls. One thread at a time may use it.
final class WaitingLine {
    private final Deque<Customer> waiting = new ArrayDeque<>();
    private final Set<String> free = new LinkedHashSet<>();
    private final Map<String, Customer> asked = new HashMap<>();

    List<Order> comes(Customer customer) {
        waiting.addLast(customer);
        return match();
    }

    /// A customer has hung up, or waited for too long.
    List<Order> leaves(String inviteID) {
        waiting.removeIf(one -> one.inviteID().equals(inviteID));
        List<String> inVain = asked.entrySet().stream()
                .filter(one -> one.getValue().inviteID().equals(inviteID))
                .map(Map.Entry::getKey)
                .toList();
        inVain.forEach(asked::remove);
        return inVain.stream().<Order>map(Order.Withdraw::new).toList();
    }

    List<Order> isFree(String agent) {
        if (!asked.containsKey(agent)) {
            free.add(agent);
        }
        return match();
    }

    void isNotFree(String agent) {
        free.remove(agent);
    }

    List<Order> accepts(String agent) {
        Customer customer = asked.remove(agent);
        return customer == null ? List.of() : List.of(new Order.Answer(customer, agent));
    }

    /// The customer is the first again. The agent is not asked again before it says that it is free.
    List<Order> declines(String agent) {
        Customer customer = asked.remove(agent);
        if (customer != null) {
            waiting.addFirst(customer);
        }
        return match();
    }

    private List<Order> match() {
        List<Order> orders = new ArrayList<>();
        while (!waiting.isEmpty() && !free.isEmpty()) {
            String agent = free.iterator().next();
            free.remove(agent);
            Customer customer = waiting.removeFirst();
            asked.put(agent, customer);
            orders.add(new Order.Ask(agent, customer));
        }
        return orders;
    }
}
