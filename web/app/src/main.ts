// SPDX-License-Identifier: Apache-2.0
import { DuetClient } from '@duet/sdk';
import type { DuetApp } from './app/duet-app.js';
import './app/duet-app.js';
import { door } from './session/door.js';

const app = document.createElement('duet-app') as DuetApp;
app.door = door;
app.makeClient = (account) => new DuetClient(account);
app.user = new URL(location.href).searchParams.get('user') ?? '';
document.body.prepend(app);
