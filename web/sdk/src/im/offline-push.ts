// SPDX-License-Identifier: Apache-2.0
import { bytesIn, flag, isObject, jsonOf, type Kind, optional, text } from './check.js';

/** What a sleeping device is shown; handed to the server as it is. `desc` is what people read. */
export class OfflinePushInfo {
  declare title?: string;
  declare desc?: string;
  /** Handed to `onNotificationClicked` as it is. */
  declare ext?: string;
  declare vendorParams?: string;
  declare disablePush?: boolean;

  declare iOSSound?: string;
  declare iOSImage?: string;
  declare ignoreIOSBadge?: boolean;
  /** 0 APNs, 1 VoIP. */
  declare iOSPushType?: 0 | 1;
  declare iOSInterruptionLevel?: string;
  declare enableIOSBackgroundNotification?: boolean;

  declare androidSound?: string;
  declare androidOPPOChannelID?: string;
  declare androidOPPOCategory?: string;
  declare androidOPPONotifyLevel?: number;
  declare androidVIVOCategory?: string;
  declare androidVIVOClassification?: number;
  declare androidFCMChannelID?: string;
  declare androidFCMImage?: string;
  declare androidXiaoMiChannelID?: string;
  declare androidHuaWeiCategory?: string;
  declare androidHuaWeiImage?: string;
  declare androidHonorImage?: string;
  declare androidHonorImportance?: string;
  declare androidMeizuNotifyType?: number;

  declare harmonyImage?: string;
  declare harmonyCategory?: string;
  declare ignoreHarmonyBadge?: boolean;

  [vendorField: string]: unknown;

  constructor(fields: Partial<OfflinePushInfo> = {}) {
    Object.assign(this, fields);
  }
}

/** As the wire takes it. */
const largest_bytes = 4096;

const common: Readonly<Record<string, Kind>> = {
  title: text,
  desc: text,
  ext: text,
  vendorParams: text,
  disablePush: flag,
};

export const offlinePush: Kind = {
  fits: (value) => {
    const json = isObject(value) ? jsonOf(value) : undefined;
    if (json === undefined || !json.isWellFormed() || bytesIn(json) > largest_bytes) return false;
    return Object.entries(common).every(([name, kind]) => optional(kind).fits((value as OfflinePushInfo)[name]));
  },
  is: `an object of texts and flags, of at most ${largest_bytes} bytes as JSON`,
};
