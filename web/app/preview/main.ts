// SPDX-License-Identifier: Apache-2.0
// Every page around the calls without a server, in `npm run dev` at /preview.html: never part of the built page.
import { FakeClient, list } from '@duet/call-kit/preview';
import { DuetApp } from '../src/app/duet-app.js';
import { fakeDoor, scenes } from './scenes.js';

const scene = scenes[new URL(location.href).searchParams.get('scene') ?? '']?.();
if (scene === undefined) list(Object.keys(scenes));
else {
  const client = new FakeClient();
  const app = new DuetApp();
  app.door = scene.door ?? fakeDoor(true);
  app.makeClient = () => {
    setTimeout(() => scene.play?.(client), 100);
    return client;
  };
  app.user = scene.user ?? '';
  document.body.append(app);
}
