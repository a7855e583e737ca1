// SPDX-License-Identifier: Apache-2.0

/** The browser's own window for a page's content, where it has one (Document Picture-in-Picture). */
interface DocumentPictureInPicture {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** A window over all others that is open. */
export interface Pip {
  /** Draws what has changed. */
  readonly draw: () => void;
  readonly close: () => void;
}

/** Which way of picture-in-picture there is: any content, or a bare video. */
export function pipKind(): 'document' | 'video' | undefined {
  if (window.documentPictureInPicture !== undefined) return 'document';
  return document.pictureInPictureEnabled ? 'video' : undefined;
}

const size = { width: 320, height: 220 };

/** Opens a window that `draw` fills, whenever it is told to. `closed` is called once when it is gone, for whatever reason. */
export async function openWindow(draw: (into: Document) => void, closed: () => void): Promise<Pip | undefined> {
  try {
    const opened = await window.documentPictureInPicture?.requestWindow(size);
    if (opened === undefined) return undefined;
    opened.addEventListener('pagehide', closed, { once: true });
    draw(opened.document);
    return { draw: () => draw(opened.document), close: () => opened.close() };
  } catch {
    return undefined; // The browser wants a press of a button of this page first.
  }
}

/** Lifts a video over all windows. */
export async function liftVideo(video: HTMLVideoElement, closed: () => void): Promise<Pip | undefined> {
  try {
    await video.requestPictureInPicture();
    video.addEventListener('leavepictureinpicture', closed, { once: true });
    return { draw: () => {}, close: () => void document.exitPictureInPicture().catch(() => {}) };
  } catch {
    return undefined; // No frame has arrived yet, or the browser does not want to.
  }
}
