// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { complain, type Desk } from '../desk.js';
import type { Shape } from '../encode/encoder.js';

/** Stop reasons of the guide. */
const [byUser, bySystem] = [0, 1];

/** The own screen: shared in a place of its own, or in the camera's. */
export class ScreenCapture {
  constructor(private readonly desk: Desk) {
    desk.media.on('lost', (kind, why) => {
      if (kind !== 'screen') return;
      complain(desk.tell, why);
      desk.tell('onScreenCaptureStopped', bySystem);
    });
  }

  async start(place: 'camera' | 'screen', shape: Shape | undefined): Promise<void> {
    const { media, tell } = this.desk;
    if (media.screen) return tell('onWarning', Code.refused, 'A screen is shared already.');
    const opened = await media.openScreen({
      place,
      ...(shape && { width: shape.width, height: shape.height, fps: shape.fps }),
    });
    if (opened.code !== Code.ok) return complain(tell, opened);
    // Stopped while the person was choosing.
    if (this.desk.media.screen) tell('onScreenCaptureStarted');
  }

  stop(): void {
    const { media, tell } = this.desk;
    const shared = media.screen !== undefined;
    media.close('screen');
    if (shared) tell('onScreenCaptureStopped', byUser);
  }

  pause(): void {
    if (this.desk.media.pauseScreen(true)) this.desk.tell('onScreenCapturePaused', byUser);
  }

  resume(): void {
    if (this.desk.media.pauseScreen(false)) this.desk.tell('onScreenCaptureResumed', byUser);
  }
}
