// SPDX-License-Identifier: Apache-2.0
import { Emitter } from '../events.js';
import { done, refused, type Result } from '../result.js';
import type { MediaFlags } from '../wire/frames.js';
import { capture, deviceRefusal, type CameraWish, type Captured, type DeviceKind, type Wanted } from './devices.js';

interface LocalMediaEvents {
  /** A track came, went, or was muted. */
  change: () => void;
  /** A device stopped by itself: unplugged, or its permission was taken back. */
  lost: (kind: DeviceKind, why: Result) => void;
}

/** 960x540 is what the guide recommends for calls; 30 frames keep motion smooth where the device can. */
export const defaultCamera: CameraWish = { width: 960, height: 540, fps: 30, facingMode: 'user' };

/** The own microphone and camera. Off means off: a stopped track, so the device's light goes out. */
export class LocalMedia {
  private readonly emitter = new Emitter<LocalMediaEvents>();
  private tracks: Partial<Record<DeviceKind, MediaStreamTrack>> = {};
  private readonly pending: Partial<Record<DeviceKind, Promise<Result>>> = {};
  private view: MediaStream | undefined;
  private silent = false;
  /** Counted up by `close` of a device, so that one still being opened is dropped when it arrives. */
  private readonly closings: Record<DeviceKind, number> = { microphone: 0, camera: 0 };

  cameraWish: CameraWish = defaultCamera;

  constructor(private readonly opener: (wanted: Wanted) => Promise<Captured> = capture) {}

  on<E extends keyof LocalMediaEvents>(event: E, listener: LocalMediaEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  get microphone(): MediaStreamTrack | undefined {
    return this.tracks.microphone;
  }

  get camera(): MediaStreamTrack | undefined {
    return this.tracks.camera;
  }

  get muted(): boolean {
    return this.silent;
  }

  /** What is captured now; the same object as long as anything is. */
  get stream(): MediaStream | undefined {
    return this.view;
  }

  get flags(): MediaFlags {
    return {
      audio: this.tracks.microphone !== undefined && !this.silent,
      video: this.tracks.camera !== undefined,
      screen: false,
    };
  }

  /** Opens what is wanted and neither open nor being opened yet. */
  async open(wanted: { microphone?: boolean; camera?: boolean }): Promise<Record<DeviceKind, Result>> {
    const fresh = (kind: DeviceKind): boolean => wanted[kind] === true && !this.tracks[kind] && !this.pending[kind];
    const opening = { microphone: fresh('microphone'), camera: fresh('camera') };
    if (opening.microphone || opening.camera) this.begin(opening);
    const { microphone, camera } = this.pending;
    return {
      microphone: (wanted.microphone && (await microphone)) || done(),
      camera: (wanted.camera && (await camera)) || done(),
    };
  }

  private begin(opening: Record<DeviceKind, boolean>): void {
    const before = { ...this.closings };
    const captured = this.opener({
      microphone: opening.microphone,
      camera: opening.camera ? this.cameraWish : undefined,
    });
    for (const kind of ['microphone', 'camera'] as const) {
      if (!opening[kind]) continue;
      const result = captured.then((got) => this.keep(kind, got[kind], before));
      this.pending[kind] = result;
      void result.finally(() => {
        if (this.pending[kind] === result) delete this.pending[kind];
      });
    }
  }

  private keep(
    kind: DeviceKind,
    got: Result<MediaStreamTrack> | undefined,
    before: Record<DeviceKind, number>,
  ): Result {
    if (got?.data === undefined) return got === undefined ? done() : refused(got.code, got.desc);
    const track = got.data;
    if (this.closings[kind] !== before[kind]) {
      track.stop();
      return done();
    }
    this.tracks[kind] = track;
    track.addEventListener('ended', () => this.ended(kind, track));
    if (kind === 'microphone') track.enabled = !this.silent;
    // Tells the encoder to keep motion rather than single sharp pictures.
    if (kind === 'camera') track.contentHint = 'motion';
    this.view ??= new MediaStream();
    this.view.addTrack(track);
    this.emitter.emit('change');
    return done();
  }

  private ended(kind: DeviceKind, track: MediaStreamTrack): void {
    if (this.tracks[kind] !== track) return;
    this.close(kind);
    this.emitter.emit('lost', kind, deviceRefusal(kind, new DOMException('', 'NotReadableError')));
  }

  close(kind: DeviceKind): void {
    this.closings[kind] += 1;
    delete this.pending[kind];
    const track = this.tracks[kind];
    if (!track) return;
    delete this.tracks[kind];
    track.stop();
    this.view?.removeTrack(track);
    if (this.view?.getTracks().length === 0) this.view = undefined;
    this.emitter.emit('change');
  }

  closeAll(): void {
    this.close('camera');
    this.close('microphone');
    this.silent = false;
  }

  setMuted(muted: boolean): void {
    if (this.silent === muted) return;
    this.silent = muted;
    if (this.tracks.microphone) this.tracks.microphone.enabled = !muted;
    this.emitter.emit('change');
  }
}
