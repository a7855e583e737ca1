// SPDX-License-Identifier: Apache-2.0

/** The variables of a call that several sections of the guide share. */
export const call = {
  callType: '',
  roomId: '',
  isOnCalling: false,
};
