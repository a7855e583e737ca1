// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whom a datagram is for: by the address it comes from once that is proven, and by ICE user name before.
///
/// Addresses lie in open addressing with linear probing, so that the look-up of each packet allocates nothing.
public final class PeerTable {
    private static final int FIRST_CAPACITY = 256;
    /// Ten thousand calls; more addresses than that are a fault or an attack.
    private static final int MOST_ADDRESSES = 1 << 16;

    private final Map<String, Recipient> byUfrag = new HashMap<>();
    private @Nullable InetSocketAddress[] addresses = new InetSocketAddress[FIRST_CAPACITY];
    private @Nullable Recipient[] recipients = new Recipient[FIRST_CAPACITY];
    private int size;

    @Nullable
    Recipient byAddress(InetSocketAddress address) {
        return recipients[slot(address)];
    }

    public @Nullable Recipient byUfrag(String ufrag) {
        return byUfrag.get(ufrag);
    }

    public void enroll(String ufrag, Recipient recipient) {
        byUfrag.put(ufrag, recipient);
    }

    public void expel(String ufrag) {
        byUfrag.remove(ufrag);
    }

    /// Learns that a recipient's browser is at an address; one that another had moves over. `false` when the table is
    /// full.
    public boolean learn(InetSocketAddress address, Recipient recipient) {
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
        recipients[slot] = recipient;
        return true;
    }

    /// Forgets an address, if it is still this one's.
    @SuppressWarnings("ReferenceEquality")
    public void forget(InetSocketAddress address, Recipient recipient) {
        int slot = slot(address);
        if (recipients[slot] == recipient) {
            removeAt(slot);
        }
    }

    public int size() {
        return size;
    }

    /// Closes the gap that a removal leaves in its run, so that no marker of the dead is needed.
    private void removeAt(int removed) {
        int hole = removed;
        int mask = addresses.length - 1;
        addresses[hole] = null;
        recipients[hole] = null;
        size--;
        for (int slot = (hole + 1) & mask; addresses[slot] != null; slot = (slot + 1) & mask) {
            InetSocketAddress address = addresses[slot];
            if (address != null && ((slot - home(address)) & mask) >= ((slot - hole) & mask)) {
                addresses[hole] = address;
                recipients[hole] = recipients[slot];
                addresses[slot] = null;
                recipients[slot] = null;
                hole = slot;
            }
        }
    }

    private void grow() {
        @Nullable InetSocketAddress[] oldAddresses = addresses;
        @Nullable Recipient[] oldRecipients = recipients;
        addresses = new InetSocketAddress[2 * oldAddresses.length];
        recipients = new Recipient[2 * oldAddresses.length];
        for (int i = 0; i < oldAddresses.length; i++) {
            InetSocketAddress address = oldAddresses[i];
            if (address != null) {
                int slot = slot(address);
                addresses[slot] = address;
                recipients[slot] = oldRecipients[i];
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
