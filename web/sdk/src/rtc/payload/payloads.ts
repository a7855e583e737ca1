// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { Late } from '../../late.js';
import type { PeerLink, Sent } from '../../media/peer.js';
import { broken, done, type Result } from '../../result.js';
import type { Desk } from '../desk.js';
import { bytesOf, type Budget } from '../message/custom-cmd.js';
import type { Secret } from './envelope.js';
import { readSecret } from './secret.js';
import type { Workshop } from './workshop.js';

/** Of the guide: a picture or a sound that could not be read. */
const [unreadPicture, unreadSound] = [2101, 2102];
const largest_bytes = 1_000;
const mostTimes = 30;

/** Whether this browser lets a page work on frames between codec and network. */
const isPossible = (): boolean => typeof RTCRtpScriptTransform !== 'undefined';

/** What is done to the frames themselves: messages ride on them, and they are encrypted from one end to the other. */
export class Payloads {
  private readonly workshops = new Late(() => this.open());
  /** Once it runs. */
  private workshop: Workshop | undefined;
  private secret: Secret | undefined;
  /** Whether messages have been sent in this room. */
  private speaks = false;
  /** Connections that carry messages, or are to be replaced by one that does. */
  private readonly settled = new WeakSet<PeerLink>();

  constructor(
    private readonly desk: Desk,
    private readonly budget: Budget,
  ) {}

  private async open(): Promise<Workshop> {
    const { Workshop: Shop } = await import('./workshop.js');
    this.workshop = await Shop.open({
      message: (bytes) => this.heard(bytes),
      unread: (what, frames) => this.warn(what, frames),
    });
    return this.workshop;
  }

  private heard(bytes: Uint8Array): void {
    const [user] = this.desk.room()?.users ?? [];
    if (user !== undefined) this.desk.tell('onRecvSEIMsg', user, new TextDecoder().decode(bytes), bytes);
  }

  private warn(what: Sent, frames: number): void {
    const code = what === 'audio' ? unreadSound : unreadPicture;
    this.desk.tell(
      'onWarning',
      code,
      `${frames} frames (${what}) could not be decrypted: has the other side this key?`,
    );
  }

  /** Of the next room. 0, or a negative number. */
  encrypt(enabled: unknown, config: unknown): number {
    if (!isPossible()) return Code.notSupported;
    if (this.desk.room()) return Code.refused;
    const secret = enabled === true ? readSecret(config) : undefined;
    if (typeof enabled !== 'boolean' || (enabled && !secret)) return Code.invalidParameter;
    this.secret = secret;
    return Code.ok;
  }

  /** Whether a room may be entered: never in the clear when it is to be encrypted. */
  async ready(): Promise<Result> {
    const wanted = this.secret !== undefined || (isPossible() && this.isUsed);
    if (!wanted) return done();
    try {
      return await this.workshops.ask(() => done());
    } catch (error) {
      return this.secret ? broken(Code.enterRoomFailed, 'Preparing the encryption', error) : done();
    }
  }

  private get isUsed(): boolean {
    return this.speaks || this.desk.hears('onRecvSEIMsg');
  }

  /** A connection was just made. Chromium lets frames be worked on from that very turn on, or never. */
  prepare(link: PeerLink): void {
    const { secret, workshop } = this;
    if (secret) {
      if (!workshop) throw new Error('Nothing is sent in the clear.');
      workshop.encrypt(link, secret);
    } else if (workshop && this.isUsed) workshop.carry(link);
    else return;
    this.settled.add(link);
  }

  /** Somebody may have begun to listen. */
  listen(): void {
    if (this.desk.hears('onRecvSEIMsg')) this.use(() => {});
  }

  /** Whether it will ride on the next frames: not without a camera that is sent, too large, or too fast. */
  say(data: unknown, times: unknown): boolean {
    const bytes = bytesOf(data);
    const { room, media, clock } = this.desk;
    const fits = bytes && bytes.length > 0 && bytes.length <= largest_bytes && isTimes(times);
    if (!fits || !isPossible() || !room()?.link || !media.outgoing.camera) return false;
    return this.budget.spend(bytes.length, clock.now(), () => {
      this.speaks = true;
      this.use((workshop) => workshop.say(bytes, Number(times)));
      return true;
    });
  }

  /** Has messages ride on the connection there is, or on another one in its place, and does something with that. */
  private use(how: (workshop: Workshop) => void): void {
    const { room } = this.desk;
    if (!isPossible() || !room()) return;
    const begin = (workshop: Workshop): void => {
      how(workshop);
      const link = room()?.link;
      if (!link || this.settled.has(link)) return;
      this.settled.add(link);
      void room()?.renew();
    };
    this.workshops.ask(begin).catch(this.notPossible);
  }

  private readonly notPossible = (error: unknown): void =>
    this.desk.tell('onWarning', Code.notSupported, `Messages cannot ride on frames: ${String(error)}`);

  /** Out of the room for good: the next one is not encrypted unless it is asked for again. */
  leave(): void {
    this.secret = undefined;
    this.speaks = false;
  }

  close(): void {
    this.workshops.tell((workshop) => workshop.close());
  }
}

const isTimes = (times: unknown): boolean =>
  Number.isInteger(times) && Number(times) >= 1 && Number(times) <= mostTimes;
