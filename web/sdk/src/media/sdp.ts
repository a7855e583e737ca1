// SPDX-License-Identifier: Apache-2.0

/**
 * Chromium takes every network for a slow one at first, shrinks the picture to a third, and needs half a minute to grow
 * it again. This tells it where to begin; congestion control decides from there, and other browsers ignore it.
 */
const startKbps = 1200;

const videoCodec = /^a=rtpmap:(\d+) (?:VP8|VP9|H264|AV1)\//;

/** An answer whose camera section, the first of its kind, says at which bitrate to begin. */
export function withStartBitrate(answer: string): string {
  const [head, ...rest] = answer.split(/(?=^m=)/m);
  const camera = rest.findIndex((section) => section.startsWith('m=video'));
  return [head, ...rest.map((section, i) => (i === camera ? beginAt(section) : section))].join('');
}

function beginAt(section: string): string {
  const lines = section.split('\r\n');
  const parameter = `x-google-start-bitrate=${startKbps}`;
  return lines
    .map((line) => {
      const payloadType = videoCodec.exec(line)?.[1];
      if (payloadType !== undefined && !lines.some((each) => each.startsWith(`a=fmtp:${payloadType} `))) {
        return `${line}\r\na=fmtp:${payloadType} ${parameter}`;
      }
      const described = /^a=fmtp:(\d+) /.exec(line)?.[1];
      const codec = described !== undefined && lines.some((each) => videoCodec.exec(each)?.[1] === described);
      return codec ? `${line};${parameter}` : line;
    })
    .join('\r\n');
}
