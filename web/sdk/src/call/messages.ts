// SPDX-License-Identifier: Apache-2.0
import type { CallDirection, EndReason, EndSide } from './types.js';

/** Whom an end is told about. */
export interface Parties {
  readonly peer: string;
  readonly direction: CallDirection;
}

/** Why a call ended, in one sentence for people. */
export function sentence(reason: EndReason, side: EndSide, { peer, direction }: Parties): string {
  switch (reason) {
    case 'hangup':
      return side === 'local' ? 'You ended the call.' : `${peer} ended the call.`;
    case 'reject':
      return side === 'local' ? 'You declined the call.' : `${peer} declined the call.`;
    case 'noResponse':
      return direction === 'outgoing' ? `${peer} did not answer.` : `You missed a call from ${peer}.`;
    case 'offline':
      return `${peer} could not be reached.`;
    case 'lineBusy':
      return side === 'local' ? 'You are in another call.' : `${peer} is in another call.`;
    case 'canceled':
      return side === 'local' ? 'You cancelled the call.' : `${peer} cancelled the call.`;
    case 'otherDeviceAccepted':
      return 'You answered on another device.';
    case 'otherDeviceReject':
      return 'You declined on another device.';
    case 'endByServer':
      return 'The server ended the call.';
    case 'deviceError':
      return 'The microphone could not be used.';
    case 'connectionLost':
      return side === 'remote' ? `${peer} lost the connection.` : 'The connection was lost.';
    case 'unknown':
      return 'The call ended.';
  }
}
