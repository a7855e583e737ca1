// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard.model;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What can happen next, and how often it does.
enum Move {
    LOG_IN(8),
    LOSE_SOCKET(4),
    LOG_OUT(1),
    KICK(1),
    INVITE(16),
    CANCEL(5),
    ACCEPT(12),
    REJECT(4),
    MODIFY(3),
    GET(2),
    REPEAT(3),
    WARM_UP(20),
    ENTER(16),
    EXIT(4),
    EXIT_BY_NAME(3),
    HOLD(10),
    SET_MEDIA(8),
    SET_RECEIVE(2),
    RESTART_ICE(2),
    MEDIA_ANSWERS(8),
    MEDIA_LOST(4),
    MEDIA_BACK(3),
    OPERATOR_REMOVES(1),
    OPERATOR_DISSOLVES(1),
    START_TEST(2),
    STOP_TEST(1),
    SUBSCRIBE(3),
    UNSUBSCRIBE(1),
    SAY(2),
    ASK_STATUS(2),
    WAIT(28);

    private final int weight;

    Move(int weight) {
        this.weight = weight;
    }

    static Move random(RandomGenerator random) {
        int left = random.nextInt(Stream.of(values()).mapToInt(it -> it.weight).sum());
        for (Move move : values()) {
            left -= move.weight;
            if (left < 0) {
                return move;
            }
        }
        throw new AssertionError("the weights add up");
    }
}
