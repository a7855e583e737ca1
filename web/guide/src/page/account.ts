// SPDX-License-Identifier: Apache-2.0

/** Who uses this page, and the ticket that the app's server made. */
export const account = {
  sdkAppId: 0,
  userId: '',
  userSig: '',
};

/** In the place of the app's server: the Duet server in development mode. */
export async function fetchTicket(userId: string): Promise<void> {
  const answer = await fetch('/v1/dev/usersig', { method: 'POST', body: JSON.stringify({ userId }) });
  Object.assign(account, (await answer.json()) as typeof account);
}
