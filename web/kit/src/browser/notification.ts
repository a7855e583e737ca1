// SPDX-License-Identifier: Apache-2.0

/** What the system shows of a call to somebody who looks at another tab or program. */
export interface CallNotice {
  readonly title: string;
  readonly body: string;
  readonly picture?: string;
  readonly click: () => void;
}

/**
 * Shows a notice of the system whenever the tab is hidden, if the person has allowed that before. Clicking it brings the
 * tab to the front. The returned function takes it away.
 */
export function notify(notice: CallNotice): () => void {
  let shown: Notification | undefined;
  const look = () => {
    shown?.close();
    shown = document.visibilityState === 'hidden' ? show(notice) : undefined;
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    shown?.close();
  };
}

function show({ title, body, picture, click }: CallNotice): Notification | undefined {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return undefined;
  try {
    const shown = new Notification(title, {
      body,
      tag: 'duet-call',
      requireInteraction: true,
      ...(picture !== undefined && { icon: picture }),
    });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      click();
    });
    return shown;
  } catch {
    return undefined; // Browsers of phones show notices from service workers only.
  }
}
