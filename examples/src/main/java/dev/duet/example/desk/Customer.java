// SPDX-License-Identifier: Apache-2.0
package dev.duet.example.desk;

/// Somebody whose call rings at the desk.
///
/// @param inviteID of that call
/// @param data what the customer's client says of the call; whoever is given it can come to its room
record Customer(String inviteID, String user, String data) {
    /// The data is of no interest to who reads what the desk does.
    @Override
    public String toString() {
        return user;
    }
}
