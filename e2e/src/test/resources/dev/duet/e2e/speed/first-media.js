// SPDX-License-Identifier: Apache-2.0
/**
 * What the page's latest peer connection has come to, as points in time of a clock that all pages of one machine share:
 * made, answered, connected, audio (the first sample played), video (the first frame decoded); accepted, when the
 * button of that name was pressed; and confirmed, when the statistics tell of both media, too.
 */
(() => {
  const now = () => performance.timeOrigin + performance.now();
  // As fast as timers go. The statistics of a connection are renewed every 50 ms only; the sources of a receiver are
  // told at once when a packet of theirs has been played or its frame decoded.
  const glance_ms = 4;
  let times = {};

  window.firstMedia = {
    now,
    read: () => times,
    forget: () => void (times = {}),
    accept: () => void (times.accepted = now()),
  };

  const note = (mine, what) => {
    if (times === mine && mine[what] === undefined) mine[what] = now();
  };

  const watch = (peer, mine) => {
    for (const { receiver } of peer.getTransceivers()) {
      if (receiver.getSynchronizationSources().length > 0) note(mine, receiver.track.kind);
    }
    if (peer.connectionState === 'closed' || times !== mine) return;
    if (mine.audio && mine.video) void confirm(peer, mine);
    else setTimeout(watch, glance_ms, peer, mine);
  };

  const confirm = async (peer, mine) => {
    const media = [...(await peer.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
    if (media.some((it) => it.jitterBufferEmittedCount > 0 && it.totalSamplesReceived > 0) &&
        media.some((it) => it.framesDecoded > 0)) {
      note(mine, 'confirmed');
    } else {
      setTimeout(confirm, glance_ms, peer, mine);
    }
  };

  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    #times;

    constructor(...args) {
      super(...args);
      const { accepted } = times;
      times = this.#times = accepted === undefined ? {} : { accepted };
      note(this.#times, 'made');
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') note(this.#times, 'connected');
      });
      setTimeout(watch, glance_ms, this, this.#times);
    }

    async setRemoteDescription(description) {
      await super.setRemoteDescription(description);
      note(this.#times, 'answered');
    }
  };

  addEventListener(
    'click',
    (click) => {
      if (click.composedPath().some((element) => element.dataset?.testid === 'accept')) window.firstMedia.accept();
    },
    true,
  );
})();
