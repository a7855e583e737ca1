// SPDX-License-Identifier: Apache-2.0

/** What `callExperimentalAPI` can be asked. */
export type Experiment =
  | { readonly api: 'enableVideoProcessByNative'; readonly enable: boolean }
  | { readonly api: 'updatePrivateMapKey'; readonly privateMapKey: string }
  | { readonly api: undefined; readonly why: string };

const no = (why: string): Experiment => ({ api: undefined, why });

export function readExperiment(json: unknown): Experiment {
  const call = parsed(json);
  if (!isRecord(call)) return no('callExperimentalAPI takes the JSON of an object with api and params.');
  const params = isRecord(call['params']) ? call['params'] : {};
  switch (call['api']) {
    case 'enableVideoProcessByNative': {
      const { enable } = params;
      // Some callers write booleans as 0 and 1.
      if (typeof enable !== 'boolean' && enable !== 0 && enable !== 1) return no('enable must be true or false.');
      return { api: 'enableVideoProcessByNative', enable: Boolean(enable) };
    }
    case 'updatePrivateMapKey': {
      const { privateMapKey } = params;
      if (typeof privateMapKey !== 'string') return no('privateMapKey must be a string.');
      return { api: 'updatePrivateMapKey', privateMapKey };
    }
    default:
      return no(`There is no experimental API ${JSON.stringify(call['api'])}.`);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parsed(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}
