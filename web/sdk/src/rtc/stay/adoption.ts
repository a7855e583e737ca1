// SPDX-License-Identifier: Apache-2.0
import type { Session } from '../../session/session.js';

/** How long after the acceptance a warm device waits to be taken into the room before it enters by itself. */
const patience_ms = 5_000;

/** A warm device's way into its room: the server takes it in, or it has to enter by itself. */
export class Adoption {
  private settle: (elapsed: number | undefined) => void = () => {};
  private cancel: () => void = () => {};
  private readonly outcome = new Promise<number | undefined>((resolve) => {
    this.settle = resolve;
  });

  constructor(private readonly session: Session) {}

  /** In the room, this many ms after warming up. */
  succeed(elapsed: number): void {
    this.settle(elapsed);
  }

  fail(): void {
    this.settle(undefined);
  }

  /** The elapsed ms, or undefined when nobody takes the device in. */
  async wait(): Promise<number | undefined> {
    this.rearm();
    const elapsed = await this.outcome;
    this.cancel();
    return elapsed;
  }

  private rearm(): void {
    const { clock } = this.session;
    this.cancel = clock.wake(clock.now() + patience_ms, () => {
      // Without a connection nobody can tell that we are in the room.
      if (this.session.online) this.fail();
      else this.rearm();
    });
  }
}
