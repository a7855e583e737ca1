// SPDX-License-Identifier: Apache-2.0
import type { Call, EndReason, EndSide } from '@duet/sdk';

/** Why a call ended, for the person in front of the screen: what happened, and what to do about it if anything. */
export interface Ending {
  readonly sentence: string;
  readonly advice?: string;
}

/** What the sentences are made from. */
export interface EndedCall {
  readonly reason: EndReason;
  readonly side: EndSide;
  /** The SDK's own sentence, used where the reason alone says too little. */
  readonly message: string;
  readonly direction: Call['direction'];
  readonly peer: string;
}

/** The ending of a call in words. */
export function ending(call: EndedCall): Ending {
  const { peer } = call;
  const outgoing = call.direction === 'outgoing';
  const mine = call.side === 'local';
  switch (call.reason) {
    case 'hangup':
      return { sentence: mine ? 'You hung up.' : `${peer} hung up.` };
    case 'reject':
      return { sentence: outgoing ? `${peer} declined the call.` : 'You declined the call.' };
    case 'noResponse':
      return outgoing
        ? { sentence: `${peer} did not answer.`, advice: 'Try again in a while.' }
        : { sentence: `You missed a call from ${peer}.` };
    case 'offline':
      return {
        sentence: `${peer} is not online.`,
        advice: 'Check the name, or ask them to sign in and try again.',
      };
    case 'lineBusy':
      return outgoing
        ? { sentence: `${peer} is in another call.`, advice: 'Try again in a few minutes.' }
        : { sentence: `${peer} called while you were in another call.` };
    case 'canceled':
      return outgoing
        ? { sentence: 'You cancelled the call.' }
        : { sentence: `${peer} cancelled the call before you answered.` };
    case 'otherDeviceAccepted':
      return { sentence: 'You answered on another device.' };
    case 'otherDeviceReject':
      return { sentence: 'You declined on another device.' };
    case 'endByServer':
      return { sentence: 'The server ended the call.', ...told(call.message) };
    case 'deviceError':
      return { sentence: 'Your microphone could not be used.', ...told(call.message) };
    case 'connectionLost':
      return {
        sentence: mine || call.side === 'server' ? 'The connection was lost.' : `The connection to ${peer} was lost.`,
        advice: 'Check your network, then call again.',
      };
    case 'unknown':
      return { sentence: 'The call ended unexpectedly.', ...told(call.message) };
  }
}

function told(message: string): { advice?: string } {
  return message === '' ? {} : { advice: message };
}
