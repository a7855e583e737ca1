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

/** How often what is drawn is drawn anew, in ms: there is a clock in it. */
const period_ms = 1000;

/**
 * Opens a window with a style, and has `draw` fill it, every second and whenever told to. `closed` is called once when
 * it is gone, for whatever reason.
 */
export async function openWindow(
  style: string,
  draw: (into: Document) => void,
  closed: () => void,
): Promise<Pip | undefined> {
  // The browser may want a press of a button of this page first.
  const opened = await window.documentPictureInPicture?.requestWindow(size).catch(() => undefined);
  if (opened === undefined) return undefined;
  dress(opened, style);
  const drawn = () => draw(opened.document);
  const timer = setInterval(drawn, period_ms);
  const gone = () => {
    clearInterval(timer);
    closed();
  };
  opened.addEventListener('pagehide', gone, { once: true });
  drawn();
  return { draw: drawn, close: () => opened.close() };
}

/** A sheet of the window's own: one of another document would be refused, and a style element by a strict policy. */
function dress(opened: Window, style: string): void {
  const { CSSStyleSheet: Sheet } = opened as Window & { readonly CSSStyleSheet: typeof CSSStyleSheet };
  const sheet = new Sheet();
  sheet.replaceSync(style);
  opened.document.adoptedStyleSheets = [sheet];
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
