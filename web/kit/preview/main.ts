// SPDX-License-Identifier: Apache-2.0
// Every screen without a server, in `npm run dev` at /preview.html: `?scene=…&lang=zh-CN`. Never part of the built package.
import { DuetCall } from '../src/element/duet-call.js';
import { FakeEffects } from './fake-effects.js';
import { FakeClient } from './fake-client.js';
import { list } from './list.js';
import { scenes } from './scenes.js';

const { searchParams } = new URL(location.href);
const play = scenes[searchParams.get('scene') ?? ''];
if (play === undefined) list(Object.keys(scenes));
else {
  const client = new FakeClient((call) => call.set({ state: { kind: 'ringing', delivered: true } }));
  const element = new DuetCall();
  element.client = client;
  element.effects = () => Promise.resolve(new FakeEffects());
  element.lang = searchParams.get('lang') ?? 'en';
  document.body.append(element);
  void element.updateComplete.then(() => play(client, element));
}
