// SPDX-License-Identifier: Apache-2.0

/** A socket as the session needs it. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  opened(): void;
  closed(): void;
  frame(frame: unknown): void;
}

/** What the shell takes from the browser; tests bring their own. */
export interface Platform {
  /** Unix ms. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  openSocket(url: string, events: SocketEvents): Socket;
  /** Runs `code` at `at` or soon after; returns the function that calls it off. */
  wake(at: number, code: () => void): () => void;
  /** Tells when the network or the page came back or the network went; returns the function that stops it. */
  watchNetwork(listener: () => void): () => void;
}

export const browserPlatform: Platform = {
  now: () => Date.now(),
  random: () => Math.random(),
  openSocket,
  wake: (at, code) => {
    const timer = setTimeout(code, Math.max(0, at - Date.now()));
    return () => clearTimeout(timer);
  },
  watchNetwork,
};

function openSocket(url: string, events: SocketEvents): Socket {
  let socket: WebSocket;
  try {
    socket = new WebSocket(url);
  } catch {
    // A page that may not open this address: the same as one that cannot reach it.
    const timer = setTimeout(events.closed);
    return { send: () => {}, close: () => clearTimeout(timer) };
  }
  let wanted = true;
  const unlessClosed = (code: () => void) => () => {
    if (wanted) code();
  };
  socket.addEventListener('open', unlessClosed(events.opened));
  socket.addEventListener('close', unlessClosed(events.closed));
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

function watchNetwork(listener: () => void): () => void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  const connection = (navigator as { connection?: EventTarget }).connection;
  const sources: [EventTarget | undefined, string, () => void][] = [
    [window, 'online', listener],
    [window, 'offline', listener],
    [window, 'pageshow', listener],
    [document, 'visibilitychange', whenVisible],
    [connection, 'change', listener],
  ];
  for (const [target, name, code] of sources) target?.addEventListener(name, code);
  return () => {
    for (const [target, name, code] of sources) target?.removeEventListener(name, code);
  };
}
