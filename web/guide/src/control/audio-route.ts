// SPDX-License-Identifier: Apache-2.0
// 步骤6:功能控制 · 听筒免提切换
import { AudioRoute } from '@duet/sdk';
import { rtcCloud } from '../prepare/initialize.js';

export function useEarpiece(): Promise<number> {
  return rtcCloud.getDeviceManager().setAudioRoute(AudioRoute.earpiece);
}

export function useSpeakerPhone(): Promise<number> {
  return rtcCloud.getDeviceManager().setAudioRoute(AudioRoute.speakerPhone);
}
