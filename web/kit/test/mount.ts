// SPDX-License-Identifier: Apache-2.0
import { FakeClient } from '../preview/fake-client.js';
import { Seen } from '../preview/seen.js';
import { DuetCall } from '../src/element/duet-call.js';

/** The element in a test, with its client. */
export class Page extends Seen {
  constructor(
    readonly element: DuetCall,
    readonly client: FakeClient,
  ) {
    super(element);
  }
}

/** The element with a client that is signed in and in no call. */
export async function mount(fields: Partial<DuetCall> = {}): Promise<Page> {
  const client = new FakeClient();
  const element = Object.assign(new DuetCall(), { client, ...fields });
  document.body.replaceChildren(element);
  const page = new Page(element, client);
  await page.settled();
  return page;
}
