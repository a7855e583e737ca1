// SPDX-License-Identifier: Apache-2.0

const largest_bytes = 1_024;
const most = 30;
const most_bytes = 8_192;
const per_ms = 1_000;

/** How many commands and bytes may be sent now; both fill up within a second. */
export interface CommandAllowance {
  readonly commands: number;
  readonly bytes: number;
  readonly at: number;
}

export const fullAllowance = (now: number): CommandAllowance => ({ commands: most, bytes: most_bytes, at: now });

/** The allowance after a command of that size, or undefined when it may not be sent. */
export function spend(allowance: CommandAllowance, size: number, now: number): CommandAllowance | undefined {
  const passed = Math.max(0, now - allowance.at) / per_ms;
  const commands = Math.min(most, allowance.commands + passed * most) - 1;
  const bytes = Math.min(most_bytes, allowance.bytes + passed * most_bytes) - size;
  return commands < 0 || bytes < 0 ? undefined : { commands, bytes, at: now };
}

/** What a client may say, beside the media and on its frames, in all. */
export class Budget {
  private allowance = fullAllowance(0);

  /** Whether there was enough left, and `say` has said it. */
  spend(size: number, now: number, say: () => boolean): boolean {
    const left = spend(this.allowance, size, now);
    if (!left || !say()) return false;
    this.allowance = left;
    return true;
  }
}

/** The bytes of a message that may be sent; undefined for any other. */
export function messageBytes(cmdID: unknown, data: unknown): Uint8Array | undefined {
  if (!Number.isInteger(cmdID) || Number(cmdID) < 1 || Number(cmdID) > 10) return undefined;
  const bytes = bytesOf(data);
  return bytes && bytes.length > 0 && bytes.length <= largest_bytes ? bytes : undefined;
}

/** Undefined for what is neither text nor bytes. */
export function bytesOf(data: unknown): Uint8Array | undefined {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : undefined;
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Undefined for what is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The last number of each sender. */
export type Sequences = ReadonlyMap<string, number>;

/** How many of a sender's commands have not come, now that `seq` has. */
export function missedBefore(known: Sequences, userId: string, seq: number): number {
  const last = known.get(userId);
  return last === undefined ? 0 : Math.max(0, seq - last - 1);
}
