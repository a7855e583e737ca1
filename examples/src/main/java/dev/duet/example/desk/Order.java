// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.desk;

/// What the desk is to do.
sealed interface Order {
    /// Ring an agent for a customer.
    record Ask(String agent, Customer customer) implements Order {}

    /// Stop ringing an agent.
    record Withdraw(String agent) implements Order {}

    /// Answer a customer, whom an agent waits for in the room.
    record Answer(Customer customer, String agent) implements Order {}
}
