// SPDX-License-Identifier: Apache-2.0
import { bytesOf } from '../message/custom-cmd.js';
import type { RtcEncryptionAlgorithm, RtcPayloadPrivateEncryptionConfig } from '../types.js';
import type { Secret } from './envelope.js';

const bitsOf: Readonly<Record<RtcEncryptionAlgorithm, Secret['bits']>> = { 0: 128, 1: 256 };
const salt_bytes = 32;

/** Undefined when it is none: too short a key, a salt that has not its 32 bytes. */
export function readSecret(config: unknown): Secret | undefined {
  const { encryptionAlgorithm, encryptionKey, encryptionSalt } = (config ?? {}) as RtcPayloadPrivateEncryptionConfig;
  const bits = bitsOf[encryptionAlgorithm] as Secret['bits'] | undefined;
  const key = bytesOf(encryptionKey);
  const salt = bytesOf(Array.isArray(encryptionSalt) ? Uint8Array.from(encryptionSalt) : encryptionSalt);
  if (!bits || !key || key.length < bits / 8 || salt?.length !== salt_bytes) return undefined;
  return { key: Uint8Array.from(key), salt: Uint8Array.from(salt), bits };
}
