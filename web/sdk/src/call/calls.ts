// SPDX-License-Identifier: Apache-2.0
import { done, type Result } from '../result.js';
import type { LiveCall } from './live.js';
import type { Meanwhile } from './types.js';

/** The calls of one client that have not ended: one in progress at most, one on hold, and one that waits. */
export class Calls {
  private all: readonly LiveCall[] = [];

  /** `changed` is called whenever a call comes, goes, or changes places with another. */
  constructor(private readonly changed: () => void) {}

  get list(): readonly LiveCall[] {
    return this.all;
  }

  /** The one that is rung for or talked in. */
  get active(): LiveCall | undefined {
    const open = this.all.filter(({ held }) => held !== 'local');
    return open.find((call) => !rings(call)) ?? open[0];
  }

  get held(): LiveCall | undefined {
    return this.all.find(({ held }) => held === 'local');
  }

  /** The one that rings while another is in progress. */
  get waiting(): LiveCall | undefined {
    return this.all.find((call) => rings(call) && call !== this.active);
  }

  add(call: LiveCall): void {
    this.all = [...this.all, call];
    call.on('held', () => this.changed());
    call.on('state', ({ kind }) => {
      if (kind === 'ended') this.all = this.all.filter((each) => each !== call);
      if (kind !== 'ringing') this.changed();
    });
    this.changed();
  }

  /** The call in progress, if it is another than this one. */
  besides(call: LiveCall): LiveCall | undefined {
    return this.active === call ? undefined : this.active;
  }

  /** Makes room for a call that is about to be answered; undefined when there is nothing to do. */
  clear(next: LiveCall, meanwhile: Meanwhile): Promise<Result> | undefined {
    const current = this.besides(next);
    if (!current) return undefined;
    if (meanwhile === 'hold') return current.hold();
    // The server takes what it is told in order: nothing has to be waited for.
    void current.hangUp();
    return Promise.resolve(done());
  }
}

const rings = ({ direction, state }: LiveCall): boolean => direction === 'incoming' && state.kind === 'ringing';
