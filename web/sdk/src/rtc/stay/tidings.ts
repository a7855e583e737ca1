// SPDX-License-Identifier: Apache-2.0
import type { Tell } from '../audience.js';
import type { Room } from './room.js';

/** Warnings of the guide that go with its connection events. */
const [roomDisconnected, roomReconnecting] = [5101, 5102];

/** Tells who comes, what is sent, and how the connection fares, by the guide's names. */
export function tellOfComing(room: Room, tell: Tell): void {
  room.on('userEntered', (userId) => tell('onRemoteUserEnterRoom', userId));
  room.on('mediaChanged', (userId, now, before) => {
    if (now.audio !== before.audio) tell('onUserAudioAvailable', userId, now.audio);
    if (now.video !== before.video) tell('onUserVideoAvailable', userId, now.video);
    if (now.screen !== before.screen) tell('onUserSubStreamAvailable', userId, now.screen);
  });
  room.on('connectionLost', () => {
    tell('onConnectionLost');
    tell('onWarning', roomDisconnected, 'The connection to the room is lost.');
  });
  room.on('tryToReconnect', () => {
    tell('onTryToReconnect');
    tell('onWarning', roomReconnecting, 'The connection to the room is being repaired.');
  });
  room.on('recovered', () => tell('onConnectionRecovery'));
}

/** Tells who leaves; after everybody else has taken it in, so that a listener finds it done. */
export function tellOfLeaving(room: Room, tell: Tell): void {
  room.on('userLeft', (userId, reason) => tell('onRemoteUserLeaveRoom', userId, reason));
}
