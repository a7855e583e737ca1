// SPDX-License-Identifier: Apache-2.0
// What a call can do without until somebody wants it: menus, and work on pictures and voices. One file, as each costs.
import './effects/menu.js';
import './parts/device-menu.js';

export { Desk } from './effects/desk.js';
