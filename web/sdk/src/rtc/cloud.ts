// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { safely } from '../events.js';
import { LocalMedia } from '../media/local.js';
import type { PeerFactory } from '../media/peer.js';
import type { Session } from '../session/session.js';
import type { RoomName } from '../wire/frames.js';
import { Room, type RoomEnd } from './room.js';
import {
  RtcAppScene,
  RtcVideoStreamType,
  type RtcAudioQuality,
  type RtcCloudListener,
  type RtcParams,
} from './types.js';

/** How long the guide's clients try to get back into a room. */
const giveUpAfter_ms = 30 * 60_000;

/** Rooms, devices and views with the guide's names. One instance is in one room at a time. */
export class RtcCloud {
  private readonly listeners = new Set<RtcCloudListener>();
  private room: Room | undefined;
  private localView: HTMLVideoElement | undefined;

  /** @internal */
  constructor(
    private readonly session: Session,
    private readonly media: LocalMedia = new LocalMedia(),
    private readonly createPeer?: PeerFactory,
  ) {
    media.on('change', () => this.showLocal());
    media.on('lost', (_, { code, desc }) => this.tell((listener) => listener.onError?.(code, desc)));
  }

  registerListener(listener: RtcCloudListener): void {
    this.listeners.add(listener);
  }

  unRegisterListener(listener: RtcCloudListener): void {
    this.listeners.delete(listener);
  }

  /** The result comes through `onEnterRoom`. */
  enterRoom(params: RtcParams, scene: RtcAppScene): void {
    const name = roomName(params);
    if (!name) return this.refuseEntry(Code.roomIdInvalid, 'Neither a roomId nor a strRoomId was given.');
    if (this.room) return this.refuseEntry(Code.enterRoomRefused, 'Call exitRoom before entering again.');
    const { userSig, privateMapKey } = params;
    const room = new Room(this.session, this.media, {
      name,
      scene: scene === RtcAppScene.audioCall || scene === RtcAppScene.voiceChatRoom ? 'audioCall' : 'videoCall',
      giveUpAfter_ms,
      ...(userSig !== undefined && { userSig }),
      ...(privateMapKey !== undefined && { privateMapKey }),
      ...(this.createPeer && { createPeer: this.createPeer }),
    });
    this.room = room;
    this.listenTo(room);
    void room.enter().then(({ code, desc }) => {
      if (code !== Code.ok && this.room === room) this.refuseEntry(code, desc);
    });
  }

  private refuseEntry(code: number, desc: string): void {
    this.tell((listener) => listener.onEnterRoom?.(code < 0 ? code : Code.enterRoomFailed));
    this.tell((listener) => listener.onError?.(code, desc));
  }

  exitRoom(): void {
    const { room } = this;
    if (!room) return;
    this.room = undefined;
    void room.exit().then(() => this.tell((listener) => listener.onExitRoom?.(0)));
  }

  /** May be called before `enterRoom`. */
  startLocalAudio(_quality?: RtcAudioQuality): void {
    void this.media.open({ microphone: true }).then(({ microphone: { code, desc } }) => {
      if (code === Code.ok) this.tell((listener) => listener.onMicDidReady?.());
      else this.tell((listener) => listener.onError?.(code, desc));
    });
  }

  stopLocalAudio(): void {
    this.media.close('microphone');
  }

  muteLocalAudio(mute: boolean): void {
    this.media.setMuted(mute);
  }

  /** May be called before `enterRoom`: then it is a preview, and sending starts with the entry. */
  startLocalPreview(frontCamera: boolean, view?: HTMLVideoElement): void {
    this.localView = view ?? this.localView;
    this.media.cameraWish = { ...this.media.cameraWish, facingMode: frontCamera ? 'user' : 'environment' };
    void this.media.open({ camera: true }).then(({ camera: { code, desc } }) => {
      if (code === Code.ok) this.tell((listener) => listener.onCameraDidReady?.());
      else this.tell((listener) => listener.onError?.(code, desc));
    });
    this.showLocal();
  }

  updateLocalView(view: HTMLVideoElement): void {
    this.localView = view;
    this.showLocal();
  }

  stopLocalPreview(): void {
    this.media.close('camera');
  }

  startRemoteView(_userId: string, streamType: RtcVideoStreamType, view: HTMLVideoElement): void {
    if (!this.room) return;
    const { stream, screen } = this.room.remote;
    view.srcObject = streamType === RtcVideoStreamType.sub ? screen : stream;
    view.autoplay = true;
  }

  muteAllRemoteAudio(mute: boolean): void {
    for (const track of this.room?.remote.stream.getAudioTracks() ?? []) track.enabled = !mute;
  }

  private showLocal(): void {
    if (!this.localView) return;
    this.localView.srcObject = this.media.stream ?? null;
    this.localView.muted = true;
    this.localView.autoplay = true;
  }

  private listenTo(room: Room): void {
    room.on('entered', (elapsed) => this.tell((listener) => listener.onEnterRoom?.(elapsed)));
    room.on('userEntered', (userId) => this.tell((listener) => listener.onRemoteUserEnterRoom?.(userId)));
    room.on('userLeft', (userId, reason) => this.tell((listener) => listener.onRemoteUserLeaveRoom?.(userId, reason)));
    room.on('mediaChanged', (userId, now, before) => {
      if (now.audio !== before.audio) this.tell((listener) => listener.onUserAudioAvailable?.(userId, now.audio));
      if (now.video !== before.video) this.tell((listener) => listener.onUserVideoAvailable?.(userId, now.video));
      if (now.screen !== before.screen)
        this.tell((listener) => listener.onUserSubStreamAvailable?.(userId, now.screen));
    });
    room.on('quality', ({ local, remote }) =>
      this.tell((listener) =>
        listener.onNetworkQuality?.(
          { userId: '', quality: local },
          remote.map(({ userId, quality }) => ({ userId, quality })),
        ),
      ),
    );
    room.on('connectionLost', () => this.tell((listener) => listener.onConnectionLost?.()));
    room.on('tryToReconnect', () => this.tell((listener) => listener.onTryToReconnect?.()));
    room.on('recovered', () => this.tell((listener) => listener.onConnectionRecovery?.()));
    room.on('ended', (end) => this.ended(room, end));
  }

  private ended(room: Room, end: RoomEnd): void {
    if (this.room === room) this.room = undefined;
    if (end.kind === 'lost') this.tell((listener) => listener.onError?.(end.why.code, end.why.desc));
    this.tell((listener) => listener.onExitRoom?.(end.kind === 'kicked' ? 1 : 2));
  }

  private tell(what: (listener: RtcCloudListener) => void): void {
    for (const listener of Array.from(this.listeners)) safely(() => what(listener));
  }
}

function roomName({ roomId = 0, strRoomId = '' }: RtcParams): RoomName | undefined {
  if (roomId > 0) return { roomId };
  return strRoomId === '' ? undefined : { strRoomId };
}
