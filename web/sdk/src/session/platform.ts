// SPDX-License-Identifier: Apache-2.0

/** A socket as the session needs it. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  readonly opened: () => void;
  /** With the server's close code, when it gave one. */
  readonly closed: (code?: number) => void;
  readonly frame: (frame: unknown) => void;
}

/** `network`: there is another network than before. `page`: the page woke, was shown again, or the network went. */
export type Surroundings = 'network' | 'page';

/** What the shell takes from the browser; tests bring their own. */
export interface Platform {
  /** Unix ms. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  openSocket(url: string, events: SocketEvents): Socket;
  /** Runs `code` at `at` or soon after; returns the function that calls it off. */
  wake(at: number, code: () => void): () => void;
  /** Tells of what the browser notices; returns the function that stops it. */
  watchSurroundings(listener: (what: Surroundings) => void): () => void;
}

/** A browser takes a longer one for none at all; waking early does no harm. */
const longestTimer_ms = 2 ** 31 - 1;

export const browserPlatform: Platform = {
  now: () => Date.now(),
  random: () => Math.random(),
  openSocket,
  wake: (at, code) => {
    const timer = setTimeout(code, Math.min(longestTimer_ms, Math.max(0, at - Date.now())));
    return () => clearTimeout(timer);
  },
  watchSurroundings,
};

function openSocket(url: string, events: SocketEvents): Socket {
  let socket: WebSocket;
  try {
    socket = new WebSocket(url);
  } catch {
    // A page that may not open this address: the same as one that cannot reach it.
    const timer = setTimeout(() => events.closed());
    return { send: () => {}, close: () => clearTimeout(timer) };
  }
  let wanted = true;
  const unlessClosed = (code: () => void) => () => {
    if (wanted) code();
  };
  socket.addEventListener(
    'open',
    unlessClosed(() => events.opened()),
  );
  socket.addEventListener('close', ({ code }) => unlessClosed(() => events.closed(code))());
  socket.addEventListener('message', ({ data }) => unlessClosed(() => events.frame(data))());
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => {
      wanted = false;
      socket.close(1000);
    },
  };
}

function watchSurroundings(listener: (what: Surroundings) => void): () => void {
  const network = (): void => listener('network');
  const page = (): void => listener('page');
  const shown = (): void => {
    if (document.visibilityState === 'visible') page();
  };
  // Its change event also tells of new speed estimates; only another kind of network is another network.
  const connection = (navigator as { connection?: EventTarget & { type?: string } }).connection;
  let type = connection?.type;
  const changed = (): void => {
    if (connection?.type === type) return;
    type = connection?.type;
    network();
  };
  const sources: [EventTarget | undefined, string, () => void][] = [
    [window, 'online', network],
    [window, 'offline', page],
    [window, 'pageshow', page],
    [document, 'visibilitychange', shown],
    [connection, 'change', changed],
  ];
  for (const [target, name, code] of sources) target?.addEventListener(name, code);
  return () => {
    for (const [target, name, code] of sources) target?.removeEventListener(name, code);
  };
}
