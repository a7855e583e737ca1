// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.Result;
import dev.duet.client.RoomWire;
import dev.duet.client.course.Standing;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.ReceiveWish;
import dev.duet.frame.Result.Nothing;
import java.util.function.Consumer;

/// Tells the server what is sent and what is wanted, whenever it does not know.
final class Statement {
    private final RoomWire wire;
    private final OwnMedia own;
    private final Consumer<Result<Void>> refused;
    private final Standing standing = new Standing();
    private ReceiveWish wish = ReceiveWish.ALL;

    /// Of one room.
    ///
    /// @param refused told when what is sent may not reach the others
    Statement(RoomWire wire, OwnMedia own, Consumer<Result<Void>> refused) {
        this.wire = wire;
        this.own = own;
        this.refused = refused;
    }

    ReceiveWish wish() {
        return wish;
    }

    void wish(ReceiveWish wanted) {
        wish = wanted;
    }

    /// An entry begins: what is sent from its start on.
    MediaFlags begin() {
        return standing.begin(own.flags());
    }

    void make() {
        standing.tell(own.flags(), wish).forEach(this::say);
    }

    private void say(ClientRequest request) {
        Landing.then(wire.request(request, Nothing.class::cast), answer -> {
            if (Standing.isDenial(answer.code())) {
                refused.accept(answer.bare());
            }
        });
    }
}
