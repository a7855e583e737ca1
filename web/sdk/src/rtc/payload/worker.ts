// SPDX-License-Identifier: Apache-2.0
import { cipherKey, nonces, seal, unseal, type Kind } from './envelope.js';
import type { FromWorker, Stream, ToWorker } from './post.js';
import { Riders } from './riders.js';
import { parted, withMessages } from './trailer.js';

/** A frame as it goes between codec and network. */
interface Frame {
  data: ArrayBuffer;
  getMetadata(): { readonly synchronizationSource?: number; readonly mimeType?: string };
}

interface Transformer {
  readonly readable: ReadableStream<Frame>;
  readonly writable: WritableStream<Frame>;
  readonly options: Stream;
}

type Bytes = Uint8Array<ArrayBuffer>;
/** What becomes of a frame; undefined for one that goes no further. */
type Work = (bytes: Bytes, frame: Frame) => Promise<Bytes | undefined> | Bytes;

const scope = globalThis as unknown as {
  onrtctransform: (event: { readonly transformer: Transformer }) => void;
  postMessage(message: FromWorker, transfer: readonly Transferable[]): void;
};
const post = (message: FromWorker): void => scope.postMessage(message, []);

const riders = new Riders();
addEventListener('message', ({ data: { bytes, times } }: MessageEvent<ToWorker>) =>
  riders.add(bytes, times, performance.now()),
);

/** A browser that does not name a stream's codec has been answered VP8 first, as every other. */
const isVp8 = (frame: Frame): boolean => /vp8/i.test(frame.getMetadata().mimeType ?? 'vp8');

const ride: Work = (bytes, frame) => {
  const due = isVp8(frame) ? riders.board(frame.getMetadata().synchronizationSource, performance.now()) : [];
  return due.length > 0 ? withMessages(bytes, due) : bytes;
};

const alight: Work = (whole, frame) => {
  if (!isVp8(frame)) return whole;
  const { frame: bytes, messages } = parted(whole);
  for (const message of messages) post({ type: 'message', bytes: message });
  return bytes;
};

const kindOf = ({ what }: Stream): Kind => (what === 'audio' ? 'audio' : 'video');

/** Often enough that somebody who has the wrong key learns it at once, and seldom enough that it is no flood. */
const news_ms = 5_000;

function counted(what: Stream['what']): () => void {
  let frames = 0;
  let toldAt = -Infinity;
  return () => {
    frames += 1;
    if (performance.now() - toldAt < news_ms) return;
    post({ type: 'unread', what, frames });
    toldAt = performance.now();
    frames = 0;
  };
}

function sending(stream: Stream): Work {
  const load: Work = stream.what === 'camera' ? ride : (bytes) => bytes;
  const { secret } = stream;
  if (!secret) return load;
  const [key, nonce, kind] = [cipherKey(secret), nonces(), kindOf(stream)];
  return async (bytes, frame) => {
    const loaded = await load(bytes, frame);
    return loaded && seal(await key, kind, loaded, nonce());
  };
}

function receiving(stream: Stream): Work {
  const unload: Work = stream.what === 'camera' ? alight : (bytes) => bytes;
  const { secret } = stream;
  if (!secret) return unload;
  const [key, kind, unread] = [cipherKey(secret), kindOf(stream), counted(stream.what)];
  return async (sealed, frame) => {
    const bytes = await unseal(await key, kind, sealed);
    if (!bytes) unread();
    return bytes && unload(bytes, frame);
  };
}

scope.onrtctransform = ({ transformer: { readable, writable, options } }) => {
  const work = options.side === 'send' ? sending(options) : receiving(options);
  const transform = async (frame: Frame, controller: TransformStreamDefaultController<Frame>): Promise<void> => {
    const bytes = await work(new Uint8Array(frame.data), frame);
    if (!bytes) return;
    if (bytes.buffer !== frame.data) frame.data = bytes.buffer;
    controller.enqueue(frame);
  };
  // Ends with its connection, which is nobody's concern here.
  readable
    .pipeThrough(new TransformStream({ transform }))
    .pipeTo(writable)
    .catch(() => {});
};

post({ type: 'ready' });
