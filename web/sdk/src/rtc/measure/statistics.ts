// SPDX-License-Identifier: Apache-2.0
import { percent } from '../../media/stats.js';
import { RtcVideoStreamType } from '../types.js';
import type { Entry, Report } from '../../media/report.js';
import { grown } from './growth.js';

export interface RtcLocalStatistics {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** kbps. */
  readonly videoBitrate: number;
  readonly audioSampleRate: number;
  readonly audioBitrate: number;
  readonly streamType: RtcVideoStreamType;
  /** 0: the microphone is all right; a browser does not say more. */
  readonly audioCaptureState: number;
}

export interface RtcRemoteStatistics {
  readonly userId: string;
  /** Percent. */
  readonly audioPacketLoss: number;
  readonly videoPacketLoss: number;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  readonly videoBitrate: number;
  readonly audioSampleRate: number;
  readonly audioBitrate: number;
  /** Milliseconds. */
  readonly jitterBufferDelay: number;
  /** 0: not known to a browser. */
  readonly point2PointDelay: number;
  /** Milliseconds without sound, or with a picture that stood still, since the user came. */
  readonly audioTotalBlockTime: number;
  readonly audioBlockRate: number;
  readonly videoTotalBlockTime: number;
  readonly videoBlockRate: number;
  readonly finalLoss: number;
  readonly remoteNetworkUplinkLoss: number;
  readonly remoteNetworkRTT: number;
  readonly streamType: RtcVideoStreamType;
}

/** What a browser does not tell, of the processor and the memory, is 0. */
export interface RtcStatistics {
  readonly appCpu: number;
  readonly systemCpu: number;
  readonly upLoss: number;
  readonly downLoss: number;
  readonly rtt: number;
  readonly gatewayRtt: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly localStatisticsArray: readonly RtcLocalStatistics[];
  readonly localStatisticsArraySize: number;
  readonly remoteStatisticsArray: readonly RtcRemoteStatistics[];
  readonly remoteStatisticsArraySize: number;
  readonly appMemoryUsageInMB: number;
  readonly systemMemoryInMB: number;
  readonly systemMemoryUsageInMB: number;
}

const places = [
  ['camera', RtcVideoStreamType.big],
  ['screen', RtcVideoStreamType.sub],
] as const;

const unknown = {
  appCpu: 0,
  systemCpu: 0,
  gatewayRtt: 0,
  appMemoryUsageInMB: 0,
  systemMemoryInMB: 0,
  systemMemoryUsageInMB: 0,
};

/** What happened between two reports, for a user who is alone with us in the room. */
export function statistics(
  now: Report,
  before: Report | undefined,
  link: { readonly rtt: number; readonly upLoss: number; readonly downLoss: number },
  userId: string | undefined,
): RtcStatistics {
  const local = localStatistics(now, before);
  const remote = userId === undefined ? [] : remoteStatistics(now, before, userId);
  return {
    ...unknown,
    rtt: link.rtt,
    upLoss: link.upLoss,
    downLoss: link.downLoss,
    sentBytes: now.pair?.bytesSent ?? 0,
    receivedBytes: now.pair?.bytesReceived ?? 0,
    localStatisticsArray: local,
    localStatisticsArraySize: local.length,
    remoteStatisticsArray: remote,
    remoteStatisticsArraySize: remote.length,
  };
}

function localStatistics(now: Report, before: Report | undefined): RtcLocalStatistics[] {
  const [voice] = now.outbound('audio');
  const speaks = grown(voice, before, 'packetsSent') > 0;
  const sound = {
    audioSampleRate: speaks ? rateOf(now, voice) : 0,
    audioBitrate: kbps(voice, before, 'bytesSent'),
    audioCaptureState: 0,
  };
  const pictures = places.flatMap(([place, streamType]) =>
    now
      .outbound(place)
      .filter((each) => grown(each, before, 'framesEncoded') > 0)
      .map((each) => ({
        ...pictureOf(each),
        videoBitrate: kbps(each, before, 'bytesSent'),
        streamType: each.rid === 'l' ? RtcVideoStreamType.small : streamType,
        ...(streamType === RtcVideoStreamType.big && each.rid !== 'l' ? sound : silent),
      })),
  );
  const hasBig = pictures.some(({ streamType }) => streamType === RtcVideoStreamType.big);
  return speaks && !hasBig ? [{ ...noPicture, streamType: RtcVideoStreamType.big, ...sound }, ...pictures] : pictures;
}

function remoteStatistics(now: Report, before: Report | undefined, userId: string): RtcRemoteStatistics[] {
  const voice = now.inbound('audio');
  const heard = grown(voice, before, 'packetsReceived') > 0;
  const arriving = places.filter(([place]) => grown(now.inbound(place), before, 'packetsReceived') > 0);
  const shown = arriving.length === 0 && heard ? places.slice(0, 1) : arriving;
  return shown.map(([place, streamType]) => {
    const picture = now.inbound(place);
    const main = streamType === RtcVideoStreamType.big;
    const videoPacketLoss = loss(picture, before);
    return {
      userId,
      streamType,
      ...pictureOf(picture),
      videoBitrate: kbps(picture, before, 'bytesReceived'),
      videoPacketLoss,
      finalLoss: videoPacketLoss,
      ...blocked('video', ms(picture?.totalFreezesDuration), freezeGrown(picture, before), picture, before),
      ...soundOf(now, before, main ? voice : undefined),
      jitterBufferDelay: bufferDelay(main && voice ? voice : picture, before),
      point2PointDelay: 0,
      remoteNetworkUplinkLoss: 0,
      remoteNetworkRTT: 0,
    };
  });
}

function soundOf(now: Report, before: Report | undefined, voice: Entry | undefined) {
  const rate = rateOf(now, voice);
  const inMs = (samples: number): number => (rate === 0 ? 0 : Math.round((samples / rate) * 1000));
  const total = inMs(missing(voice));
  const fresh = total - inMs(missing(before?.byId(voice?.id)));
  return {
    audioSampleRate: rate,
    audioBitrate: kbps(voice, before, 'bytesReceived'),
    audioPacketLoss: loss(voice, before),
    ...blocked('audio', total, fresh, voice, before),
  };
}

/** Samples that had to be made up, but for those of a pause. */
const missing = (voice: Entry | undefined): number =>
  (voice?.concealedSamples ?? 0) - (voice?.silentConcealedSamples ?? 0);

/** How long, in all and since the report before. */
function blocked<K extends 'audio' | 'video'>(
  kind: K,
  total_ms: number,
  fresh_ms: number,
  entry: Entry | undefined,
  before: Report | undefined,
): Record<`${K}TotalBlockTime` | `${K}BlockRate`, number> {
  const passed = passed_ms(entry, before);
  const rate = passed === 0 ? 0 : Math.min(100, percent(Math.max(0, fresh_ms) / passed));
  return { [`${kind}TotalBlockTime`]: total_ms, [`${kind}BlockRate`]: rate } as never;
}

const ms = (seconds = 0): number => Math.round(seconds * 1000);

const freezeGrown = (entry: Entry | undefined, before: Report | undefined): number =>
  ms(grown(entry, before, 'totalFreezesDuration'));

const noPicture = { width: 0, height: 0, frameRate: 0, videoBitrate: 0 };
const silent = { audioSampleRate: 0, audioBitrate: 0, audioCaptureState: 0 };

const pictureOf = (entry: Entry | undefined) => ({
  width: entry?.frameWidth ?? 0,
  height: entry?.frameHeight ?? 0,
  frameRate: Math.round(entry?.framesPerSecond ?? 0),
});

const rateOf = (report: Report, entry: Entry | undefined): number => report.byId(entry?.codecId)?.clockRate ?? 0;

function passed_ms(entry: Entry | undefined, before: Report | undefined): number {
  const then = before?.byId(entry?.id);
  return entry && then ? Math.max(0, entry.timestamp - then.timestamp) : 0;
}

function kbps(entry: Entry | undefined, before: Report | undefined, counter: 'bytesSent' | 'bytesReceived'): number {
  const passed = passed_ms(entry, before);
  return passed === 0 ? 0 : Math.round((grown(entry, before, counter) * 8) / passed);
}

function loss(entry: Entry | undefined, before: Report | undefined): number {
  const lost = grown(entry, before, 'packetsLost');
  const received = grown(entry, before, 'packetsReceived');
  return lost + received === 0 ? 0 : percent(lost / (lost + received));
}

function bufferDelay(entry: Entry | undefined, before: Report | undefined): number {
  const emitted = grown(entry, before, 'jitterBufferEmittedCount');
  return emitted === 0 ? 0 : Math.round((grown(entry, before, 'jitterBufferDelay') / emitted) * 1000);
}
