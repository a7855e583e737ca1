// SPDX-License-Identifier: Apache-2.0

/** A room that nobody else will think of. */
export const generateRoomId = (): string => crypto.randomUUID();
