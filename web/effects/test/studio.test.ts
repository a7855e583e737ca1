// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Frame, Notice, Wish } from '../src/worker/messages.js';
import { Studio, type Tools } from '../src/worker/studio.js';

const blur: Wish = { smoothing: 0, whitening: 0, background: 'blur', strength: 0.5, minFps: 12 };
const nothing: Wish = { ...blur, background: 'none' };

/** A frame that knows what became of it. */
class FakeFrame {
  closed = false;

  constructor(readonly name: string) {}

  close(): void {
    this.closed = true;
  }

  clone(): FakeFrame {
    return new FakeFrame(`copy of ${this.name}`);
  }
}

class World {
  now = 0;
  /** How long a picture takes, or why there is none. */
  took: number | Error = 20;
  loading = 0;
  opened = 0;
  closed = 0;
  scenes = 0;
  readonly notices: Notice[] = [];
  readonly made: FakeFrame[] = [];
  readonly studio = new Studio(
    () => Promise.resolve(this.tools()),
    (notice) => this.notices.push(notice),
    () => this.now,
  );

  private tools(): Tools {
    this.opened++;
    this.now += this.loading;
    return {
      paint: async (frame) => {
        if (this.took instanceof Error) throw this.took;
        this.now += this.took;
        const picture = new FakeFrame(`picture of ${(frame as unknown as FakeFrame).name}`);
        this.made.push(picture);
        return picture as unknown as Frame;
      },
      setScene: () => this.scenes++,
      close: () => this.closed++,
    };
  }

  /** Develops one frame, and answers what was sent. */
  async develop(frame = new FakeFrame('frame')): Promise<string[]> {
    const sent: FakeFrame[] = [];
    await this.studio.develop(frame as unknown as Frame, (picture) => {
      expect((picture as unknown as FakeFrame).closed).toBe(false);
      sent.push(picture as unknown as FakeFrame);
    });
    const [only, ...others] = sent;
    expect(others).toEqual([]);
    expect(frame.closed || only === frame).toBe(true);
    return sent.map(({ name }) => name);
  }

  /** Frames at the camera's rate for so many ms. */
  async run(ms: number): Promise<string[]> {
    const end = this.now + ms;
    let sent: string[] = [];
    while (this.now < end) {
      sent = await this.develop();
      this.now += 10;
    }
    return sent;
  }
}

Object.assign(globalThis, { VideoFrame: FakeFrame });

describe('the studio', () => {
  it('opens nothing and passes frames while nothing is wished for', async () => {
    const world = new World();
    world.studio.setWish(nothing);
    await world.studio.warmUp(new FakeFrame('blank') as unknown as Frame);
    expect(await world.develop()).toEqual(['frame']);
    expect(world.opened).toBe(0);
  });

  it('sends pictures in place of frames', async () => {
    const world = new World();
    world.studio.setWish(blur);
    expect(await world.develop()).toEqual(['picture of frame']);
    expect(world.opened).toBe(1);
  });

  it('passes frames again when nothing is wished for any more', async () => {
    const world = new World();
    world.studio.setWish(blur);
    await world.develop();
    world.studio.setWish(nothing);
    expect(await world.develop()).toEqual(['frame']);
  });

  it('falls back when it is slower than the set frame rate, says so once, and is not measured while it warms up', async () => {
    const world = new World();
    world.took = 5000;
    world.studio.setWish(blur);
    await world.studio.warmUp(new FakeFrame('blank') as unknown as Frame);
    world.took = 100;
    expect(await world.develop()).toEqual(['picture of frame']);
    expect(await world.run(4000)).toEqual(['frame']);
    expect(world.notices).toEqual([{ kind: 'fellBack', code: 'tooSlow', desc: expect.stringContaining('12 frames') }]);
  });

  it('is not called slow for a network that is', async () => {
    const world = new World();
    world.loading = 20_000;
    world.studio.setWish(blur);
    expect(await world.run(10_000)).toEqual(['picture of frame']);
    await world.run(10_000);
    expect(world.notices).toEqual([]);
  });

  it('counts what a frame costs outside of it', async () => {
    const world = new World();
    world.studio.setWish(blur);
    for (let i = 0; i < 400; i++) await world.studio.develop(new FakeFrame('frame') as unknown as Frame, () => {}, 100);
    expect(world.notices.map(({ kind }) => kind)).toEqual(['fellBack']);
  });

  it('is tried out of sight, and seen again once it is fast enough', async () => {
    const world = new World();
    world.took = 100;
    world.studio.setWish(blur);
    await world.run(4000);
    const made = world.made.length;
    await world.run(29_000);
    expect(world.made).toHaveLength(made);
    world.took = 20;
    expect(await world.run(3000)).toEqual(['copy of frame']);
    expect(world.made.length).toBeGreaterThan(made);
    expect(world.made.slice(made).every(({ closed }) => closed)).toBe(true);
    expect(await world.run(3000)).toEqual(['picture of frame']);
    expect(world.notices.map(({ kind }) => kind)).toEqual(['fellBack', 'resumed']);
  });

  it('is not seen again on a device that stays slow', async () => {
    const world = new World();
    world.took = 100;
    world.studio.setWish(blur);
    await world.run(80_000);
    expect(world.notices).toHaveLength(1);
  });

  it('is seen at once by who is content with fewer frames', async () => {
    const world = new World();
    world.took = 100;
    world.studio.setWish(blur);
    await world.run(4000);
    expect(await world.develop()).toEqual(['frame']);
    world.studio.setWish({ ...blur, minFps: 0 });
    expect(await world.run(10_000)).toEqual(['picture of frame']);
    expect(world.notices.map(({ kind }) => kind)).toEqual(['fellBack', 'resumed']);
  });

  it('sends the frame when it breaks, says why, and opens anew when it is tried again', async () => {
    const world = new World();
    world.studio.setWish(blur);
    await world.develop();
    world.took = new Error('The graphics context is lost.');
    expect(await world.develop()).toEqual(['frame']);
    expect(world.notices).toEqual([
      { kind: 'fellBack', code: 'unsupported', desc: expect.stringContaining('graphics context is lost') },
    ]);
    expect(world.closed).toBe(1);
    world.took = 20;
    expect(await world.run(36_000)).toEqual(['picture of frame']);
    expect(world.opened).toBe(2);
  });

  it('keeps the picture for the background over a break', async () => {
    const world = new World();
    world.studio.setWish({ ...blur, background: 'picture' }, new FakeFrame('beach') as unknown as ImageBitmap);
    await world.develop();
    world.took = new Error('gone');
    await world.develop();
    world.took = 20;
    await world.run(36_000);
    expect(world.scenes).toBe(2);
  });
});
