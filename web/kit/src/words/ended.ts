// SPDX-License-Identifier: Apache-2.0
import type { Call, EndReason, EndSide } from '@duet/sdk';
import { told } from './problem.js';
import type { Words } from './words.js';

/** Why a call ended, for the person in front of the screen: what happened, and what to do about it if anything. */
export interface Ending {
  readonly sentence: string;
  readonly advice?: string;
}

/** What the sentences are made from. */
export interface EndedCall {
  readonly reason: EndReason;
  readonly side: EndSide;
  /** The number and the SDK's own sentence, used where the reason alone says too little. */
  readonly code: number;
  readonly message: string;
  readonly direction: Call['direction'];
  readonly name: string;
}

/** The ending of a call in words. */
export function ending(words: Words, call: EndedCall): Ending {
  const { name } = call;
  const { ended } = words;
  const outgoing = call.direction === 'outgoing';
  const mine = call.side === 'local';
  const detail = told(words, { code: call.code, desc: call.message });
  const detailed = (sentence: string): Ending => (call.code === 0 ? { sentence } : { sentence, advice: detail });
  switch (call.reason) {
    case 'hangup':
      return { sentence: mine ? ended.youHungUp : ended.theyHungUp(name) };
    case 'reject':
      return { sentence: outgoing ? ended.theyDeclined(name) : ended.youDeclined };
    case 'noResponse':
      return outgoing
        ? { sentence: ended.noAnswer(name), advice: ended.noAnswerAdvice }
        : { sentence: ended.missed(name) };
    case 'offline':
      return { sentence: ended.offline(name), advice: ended.offlineAdvice };
    case 'lineBusy':
      return outgoing
        ? { sentence: ended.busy(name), advice: ended.busyAdvice }
        : { sentence: ended.calledWhileBusy(name) };
    case 'canceled':
      return { sentence: outgoing ? ended.youCancelled : ended.theyCancelled(name) };
    case 'otherDeviceAccepted':
      return { sentence: ended.answeredElsewhere };
    case 'otherDeviceReject':
      return { sentence: ended.declinedElsewhere };
    case 'endByServer':
      return detailed(ended.byServer);
    case 'deviceError':
      return detailed(ended.microphone);
    case 'connectionLost':
      return {
        sentence: mine || call.side === 'server' ? ended.lost : ended.theyLost(name),
        advice: ended.lostAdvice,
      };
    case 'unknown':
      return detailed(ended.unexpected);
  }
}
