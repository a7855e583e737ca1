// SPDX-License-Identifier: Apache-2.0
// Every screen without a server, in `npm run dev` at /preview.html: never part of the built page.
import '../app/duet-app.js';
import { DuetApp } from '../app/duet-app.js';
import { FakeClient } from './fake-client.js';
import { fakeDoor, scenes } from './scenes.js';

const wanted = new URL(location.href).searchParams.get('scene') ?? '';
const scene = scenes[wanted]?.();
if (scene === undefined) list();
else {
  const client = new FakeClient((call) => call.set({ state: { kind: 'ringing', delivered: true } }));
  const app = new DuetApp();
  app.door = scene.door ?? fakeDoor(true);
  app.makeClient = () => {
    setTimeout(() => scene.play?.(client, app), 100);
    return client;
  };
  app.user = scene.user ?? '';
  document.body.append(app);
}

function list() {
  for (const name of Object.keys(scenes)) {
    const link = document.createElement('a');
    link.href = `?scene=${name}`;
    link.textContent = name;
    const line = document.createElement('p');
    line.append(link);
    document.body.append(line);
  }
}
