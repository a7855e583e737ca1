// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which seat a datagram is for: by the address it comes from once that is proven, and by ICE user name before.
///
/// Addresses lie in open addressing with linear probing, so that the look-up of each packet allocates nothing.
final class PeerTable {
    private static final int FIRST_CAPACITY = 256;
    /// Ten thousand calls; more addresses than that are a fault or an attack.
    private static final int MOST_ADDRESSES = 1 << 16;

    private final Map<String, Seat> byUfrag = new HashMap<>();
    private @Nullable InetSocketAddress[] addresses = new InetSocketAddress[FIRST_CAPACITY];
    private @Nullable Seat[] seats = new Seat[FIRST_CAPACITY];
    private int size;

    @Nullable
    Seat byAddress(InetSocketAddress address) {
        return seats[slot(address)];
    }

    @Nullable
    Seat byUfrag(String ufrag) {
        return byUfrag.get(ufrag);
    }

    void enroll(String ufrag, Seat seat) {
        byUfrag.put(ufrag, seat);
    }

    void expel(String ufrag) {
        byUfrag.remove(ufrag);
    }

    /// Learns that a seat's browser is at an address; one that another seat had moves over. `false` when the table is
    /// full.
    boolean learn(InetSocketAddress address, Seat seat) {
        int slot = slot(address);
        if (addresses[slot] == null) {
            if (size == MOST_ADDRESSES) {
                return false;
            }
            if (2 * (size + 1) > addresses.length) {
                grow();
                slot = slot(address);
            }
            addresses[slot] = address;
            size++;
        }
        seats[slot] = seat;
        return true;
    }

    /// Forgets an address, if it is still this seat's.
    void forget(InetSocketAddress address, Seat seat) {
        int slot = slot(address);
        if (seats[slot] == seat) {
            removeAt(slot);
        }
    }

    int size() {
        return size;
    }

    /// Closes the gap that a removal leaves in its run, so that no marker of the dead is needed.
    private void removeAt(int removed) {
        int hole = removed;
        int mask = addresses.length - 1;
        addresses[hole] = null;
        seats[hole] = null;
        size--;
        for (int slot = (hole + 1) & mask; addresses[slot] != null; slot = (slot + 1) & mask) {
            InetSocketAddress address = addresses[slot];
            if (address != null && ((slot - home(address)) & mask) >= ((slot - hole) & mask)) {
                addresses[hole] = address;
                seats[hole] = seats[slot];
                addresses[slot] = null;
                seats[slot] = null;
                hole = slot;
            }
        }
    }

    private void grow() {
        @Nullable InetSocketAddress[] oldAddresses = addresses;
        @Nullable Seat[] oldSeats = seats;
        addresses = new InetSocketAddress[2 * oldAddresses.length];
        seats = new Seat[2 * oldAddresses.length];
        for (int i = 0; i < oldAddresses.length; i++) {
            InetSocketAddress address = oldAddresses[i];
            if (address != null) {
                int slot = slot(address);
                addresses[slot] = address;
                seats[slot] = oldSeats[i];
            }
        }
    }

    /// Where the address is, or the free place where it would go.
    private int slot(InetSocketAddress address) {
        int mask = addresses.length - 1;
        int slot = home(address);
        while (true) {
            InetSocketAddress there = addresses[slot];
            if (there == null || there.equals(address)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Ports of one host are often consecutive, and their hashes too: multiplying spreads them.
    private int home(InetSocketAddress address) {
        int spread = address.hashCode() * 0x9E3779B9;
        return (spread >>> 12) & (addresses.length - 1);
    }
}
