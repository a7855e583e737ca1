// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import { Audience, type Handed } from './audience.js';
import { code, isObject, jsonOf, type Kind, misfit, object, optional } from './check.js';
import type { ImManager } from './manager.js';
import { clicks } from './notification.js';
import { ImSDKPlugin } from './plugin.js';

/** A push that came while the page was open, as its service worker posts it. */
export interface PushMessage {
  readonly messageID: string;
  readonly title: string;
  readonly desc: string;
  readonly ext: string;
}

/** What pushes tell; every callback is optional. */
export class PushListener {
  declare onNotificationClicked?: (ext: string) => void;
  declare onRecvPushMessage?: (message: PushMessage) => void;
  declare onRevokePushMessage?: (messageID: string) => void;

  constructor(callbacks: Partial<PushListener> = {}) {
    Object.assign(this, callbacks);
  }
}

export interface RegisterPushParams {
  /** What `registration.pushManager.subscribe()` gave, or its JSON form. */
  subscription?: PushSubscription | PushSubscriptionJSON;
  onNotificationClicked?: (ext: string) => void;
}

/** The name of the parameter of the page's address in which a service worker hands over an `ext`. */
const extParam = 'duetExt';
/** As the wire takes it. */
const longestToken = 4096;

const status: Kind = {
  fits: (value) => value === 'foreground' || value === 'background',
  is: 'foreground or background',
};

/** Pushes with the guide's names: how this device is woken, and what comes of it. */
export class ChatPush {
  private readonly audience = new Audience<PushListener>();
  /** Clicks that nobody has been told of: the page was opened by one before it had a listener. */
  private untold: string[] = [];
  private watching = false;
  private subscription: Partial<PushSubscription> | undefined;

  constructor(private readonly im: ImManager = ImSDKPlugin.imManager) {}

  /** Add it at the start of the page: a click that opened the page is told at once. */
  addPushListener(listener: Handed<PushListener>): Result {
    const added = this.audience.add(listener);
    if (added.code === Code.ok) this.watch();
    return added;
  }

  /** Without an argument every listener is taken off. */
  removePushListener(listener?: Handed<PushListener> | { listener?: PushListener | undefined }): Result {
    return this.audience.remove(listener);
  }

  /** Lets the server wake this device through its browser's push service. Call it after the login. */
  async registerPush(params: RegisterPushParams = {}): Promise<Result> {
    const wrong = misfit(params, { subscription: optional(object), onNotificationClicked: optional(code) });
    if (wrong) return wrong;
    const { subscription, onNotificationClicked } = params;
    if (onNotificationClicked) this.addPushListener(new PushListener({ onNotificationClicked }));
    if (!subscription) {
      return refused(
        Code.notSupportedHere,
        'A browser is woken by Web Push only: give the subscription of a service worker.',
      );
    }
    const token = jsonOf(subscription);
    if (!token || !isSubscription(token)) {
      return refused(Code.invalidParameters, 'subscription must be a PushSubscription, or its JSON form.');
    }
    const { code: answer, desc } = await this.im.ask('setPushToken', { vendor: 'webpush', token, businessId: '' });
    if (answer === Code.ok) this.subscription = subscription;
    return { code: answer, desc };
  }

  /** Ends the subscription: the push service tells the server so at the next push. */
  async unRegisterPush(): Promise<Result> {
    const { subscription } = this;
    this.subscription = undefined;
    try {
      const kept = subscription?.unsubscribe ? subscription : await pageSubscription();
      await kept?.unsubscribe?.();
      return done();
    } catch (error) {
      return refused(Code.serverFault, `The browser could not end the subscription: ${String(error)}`);
    }
  }

  /**
   * Whether the page is in front. Duet's server pushes to devices without a connection and to no other, so nothing
   * follows from it.
   */
  async setOfflinePushStatus(params: { status: 'foreground' | 'background' }): Promise<Result> {
    return Promise.resolve(misfit(params, { status }) ?? done());
  }

  private watch(): void {
    if (!this.watching) this.listen();
    for (const ext of this.untold.splice(0)) this.clicked(ext);
  }

  private listen(): void {
    this.watching = true;
    clicks.on('clicked', (ext) => this.clicked(ext));
    const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    workers?.addEventListener('message', ({ data }) => this.take(data));
    workers?.startMessages();
    const ext = extOfPage();
    if (ext !== undefined) this.clicked(ext);
  }

  private clicked(ext: string): void {
    let told = false;
    this.audience.tell((listener) => {
      told ||= listener.onNotificationClicked !== undefined;
      listener.onNotificationClicked?.(ext);
    });
    if (!told) this.untold.push(ext);
  }

  private take(data: unknown): void {
    if (!isObject(data)) return;
    const { type, ...fields } = data as Record<string, unknown>;
    const words = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
    const messageID = words('messageID');
    switch (type) {
      case 'duet.notificationClicked':
        return this.clicked(words('ext'));
      case 'duet.pushReceived': {
        const message = { messageID, title: words('title'), desc: words('desc'), ext: words('ext') };
        return this.audience.tell((listener) => listener.onRecvPushMessage?.(message));
      }
      case 'duet.pushRevoked':
        return this.audience.tell((listener) => listener.onRevokePushMessage?.(messageID));
      default:
        return;
    }
  }
}

function isSubscription(json: string): boolean {
  const { endpoint } = (JSON.parse(json) ?? {}) as { endpoint?: unknown };
  return json.length <= longestToken && typeof endpoint === 'string' && URL.canParse(endpoint);
}

async function pageSubscription(): Promise<PushSubscription | null | undefined> {
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  return (await workers?.getRegistration())?.pushManager.getSubscription();
}

/** Taken off the address, so that a reload is not another click. */
function extOfPage(): string | undefined {
  const url = new URL(location.href);
  const ext = url.searchParams.get(extParam);
  if (ext === null) return undefined;
  url.searchParams.delete(extParam);
  history.replaceState(history.state, '', url);
  return ext;
}

/** The one of a page. */
export const chatPush = /* @__PURE__ */ new ChatPush();
