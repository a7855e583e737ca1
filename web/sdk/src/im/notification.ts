// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { Emitter } from '../events.js';
import { done, refused, type Result } from '../result.js';
import { misfit, optional, someText, text } from './check.js';

/** Clicks on notifications that this page has shown. */
export const clicks = new Emitter<{ clicked: (ext: string) => void }>();

export interface CallNotification {
  title: string;
  desc?: string;
  /** Handed to `onNotificationClicked`. */
  ext?: string;
  icon?: string;
  /** A later notification with the same tag takes the place of this one. */
  tag?: string;
}

export interface ShownNotification {
  close(): void;
}

const forbidden = (desc: string): Result<never> => refused(Code.notSupportedHere, desc);

/**
 * Tells of a call outside the page, until it is clicked or closed. A click brings the page to the front and reaches each
 * `PushListener`. A browser that shows notifications only through a service worker tells of the click there: the worker
 * has to post it, see the README.
 */
export async function showCallNotification(params: CallNotification): Promise<Result<ShownNotification>> {
  const words = { desc: optional(text), ext: optional(text), icon: optional(text), tag: optional(text) };
  const wrong = misfit(params, { title: someText, ...words });
  if (wrong) return wrong;
  if (typeof Notification === 'undefined') return forbidden('This browser shows no notifications.');
  if (Notification.permission !== 'granted') {
    return forbidden('The person has not allowed notifications: ask with Notification.requestPermission().');
  }
  const { title, desc, ext = '', icon, tag = 'duet.call' } = params;
  const options = { body: desc ?? '', tag, data: { ext }, requireInteraction: true, ...(icon && { icon }) };
  try {
    return done(shownByPage(new Notification(title, options), ext));
  } catch {
    return shownByWorker(title, options);
  }
}

function shownByPage(notification: Notification, ext: string): ShownNotification {
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    clicks.emit('clicked', ext);
  });
  return { close: () => notification.close() };
}

async function shownByWorker(
  title: string,
  options: NotificationOptions & { tag: string },
): Promise<Result<ShownNotification>> {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return forbidden('This browser shows notifications only of pages with a service worker.');
    await registration.showNotification(title, options);
    const close = async (): Promise<void> => {
      for (const each of await registration.getNotifications({ tag: options.tag })) each.close();
    };
    return done({ close: () => void close().catch(() => {}) });
  } catch (error) {
    return forbidden(`The notification could not be shown: ${String(error)}`);
  }
}
