// SPDX-License-Identifier: Apache-2.0
import { EffectWarning, type Result } from '@duet/sdk';

export const done = (): Result => ({ code: 0, desc: 'ok' });

export const invalid = (desc: string): Result<never> => ({ code: EffectWarning.invalidParameter, desc });

export const unsupported = (desc: string): Result<never> => ({ code: EffectWarning.unsupported, desc });
