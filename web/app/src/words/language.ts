// SPDX-License-Identifier: Apache-2.0
import { lexicon } from '@duet/call-kit/parts';
import { en } from './en.js';

/** The words of the page in the language that a tag names. */
export const pageWords = lexicon(en, async () => (await import('./zh-cn.js')).zhCn);
