// SPDX-License-Identifier: Apache-2.0

/** A part in a file of its own, loaded when it is first needed. What is asked of it happens in the order it was asked. */
export class Late<T> {
  private part: Promise<T> | undefined;

  constructor(private readonly load: () => Promise<T>) {}

  /** Rejects when the part cannot be had, as without a network; the next one to ask tries again. */
  ask<R>(what: (part: T) => R): Promise<Awaited<R>> {
    const part = (this.part ??= this.load());
    part.catch(() => {
      if (this.part === part) this.part = undefined;
    });
    return part.then(what) as Promise<Awaited<R>>;
  }

  /** For what means nothing to a part that was never needed. */
  tell(what: (part: T) => void): void {
    this.part?.then(what).catch(() => {});
  }
}
