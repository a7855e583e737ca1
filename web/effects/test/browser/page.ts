// SPDX-License-Identifier: Apache-2.0
import { runChecks } from './checks.js';
import './idle.js';
import './picture-effects.js';
import './fall-back.js';
import './noise.js';

await runChecks();
