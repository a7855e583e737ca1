// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

import dev.duet.frame.RequestId;
import dev.duet.id.LoginId;
import java.util.Optional;

/// An offer that the media has to answer.
public record Offer(LoginId login, RequestId request, String sdp) {

    public static Optional<Offer> in(Effect effect) {
        return switch (effect) {
            case Effect.Negotiate(var login, var request, var _, var _, var sdp) ->
                Optional.of(new Offer(login, request, sdp));
            case Effect.RestartIce(var login, var request, var _, var _, var sdp) ->
                Optional.of(new Offer(login, request, sdp));
            case Effect.WarmUp(var login, var request, var _, var sdp) -> Optional.of(new Offer(login, request, sdp));
            case Effect.OpenMirror(var login, var request, var _, var sdp) ->
                Optional.of(new Offer(login, request, sdp));
            case Effect.RestartSoloIce(var login, var request, var _, var sdp) ->
                Optional.of(new Offer(login, request, sdp));
            default -> Optional.empty();
        };
    }

    public Command answered() {
        return new Command.Negotiated(login, request, new MediaAnswer.Answered("answer to " + sdp));
    }
}
