// SPDX-License-Identifier: Apache-2.0

const of = (source: string, pattern: RegExp): string[] => [...source.matchAll(pattern)].map(([, name]) => name ?? '');

/** What a ported snippet takes from Duet: what it imports, the methods it calls, callbacks it has, and enum values. */
export function namesUsed(source: string): string[] {
  const imports = of(source, /import \{([^}]*)\} from '@duet/g).flatMap((list) => list.split(','));
  return [
    ...imports.map((name) => name.replace(/\btype\b/, '').trim()).filter((name) => name !== ''),
    ...of(source, /(?:rtcCloud|RtcCloud|imManager|chatPush|getApi\(\)\??|Manager\(\))\s*\.(\w+)\(/g),
    ...of(source, /^\s+(on[A-Z]\w+):/gm),
    ...of(source, /\b(?:Rtc\w+|AudioRoute|LogLevelEnum|ErrorCodes)\.([\w]+)/g),
  ];
}
