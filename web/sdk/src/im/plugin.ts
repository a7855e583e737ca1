// SPDX-License-Identifier: Apache-2.0
import { ImManager } from './manager.js';

/** Where the guide finds the one ImManager of a page. */
export const ImSDKPlugin = { imManager: /* @__PURE__ */ new ImManager() } as const;
