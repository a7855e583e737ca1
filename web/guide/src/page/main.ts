// SPDX-License-Identifier: Apache-2.0
// Hands the sections of the guide, and what they did, to the browser tests.
import * as effects from '@duet/effects';
import * as sdk from '@duet/sdk';
import { account, fetchTicket } from './account.js';
import { call } from './call.js';
import { printed } from './print.js';
import { recorder, told } from './recorder.js';
import { shown } from './screen.js';
import * as sections from './sections.js';
import * as starting from './start.js';

Object.assign(window, {
  effects,
  sdk,
  guide: sections,
  page: { account, call, fetchTicket, printed, recorder, shown, told, ...starting },
});
