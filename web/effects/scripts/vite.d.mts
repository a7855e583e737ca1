// SPDX-License-Identifier: Apache-2.0
import type { Plugin } from 'vite';

/** A Vite plugin that serves the files of the effects at `path` in development and puts them there in a build. */
export function duetEffects(options?: { path?: string }): Plugin;
