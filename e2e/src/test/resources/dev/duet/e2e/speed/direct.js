// SPDX-License-Identifier: Apache-2.0
/** One side of a call without a server between: what the browsers alone need from `accept` to the first picture. */
(() => {
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  const say = (what) => socket.send(JSON.stringify(what));
  let stream;
  let peer;
  let offer;
  let early = [];

  // The devices are open before it rings, as those of a call are.
  const open = async () => {
    stream ??= await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: 960, height: 540, frameRate: 30 },
    });
  };

  const connect = () => {
    peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    peer.addEventListener('icecandidate', ({ candidate }) => candidate && say({ candidate }));
    const received = new MediaStream();
    peer.addEventListener('track', ({ track }) => received.addTrack(track));
    document.querySelector('video').srcObject = received;
    for (const track of stream.getTracks()) peer.addTrack(track, stream);
  };

  const gathered = () =>
    new Promise((done) => {
      const check = () => peer.iceGatheringState === 'complete' && done();
      peer.addEventListener('icegatheringstatechange', check);
      check();
    });

  window.direct = {
    get rings() {
      return offer !== undefined;
    },
    async ready() {
      await open();
      if (socket.readyState !== WebSocket.OPEN) await new Promise((done) => socket.addEventListener('open', done));
    },
    async call() {
      connect();
      await peer.setLocalDescription();
      await gathered();
      say({ offer: peer.localDescription });
    },
    async accept() {
      window.firstMedia.accept();
      connect();
      await peer.setRemoteDescription(offer);
      await peer.setLocalDescription();
      say({ answer: peer.localDescription });
    },
    hangUp() {
      peer.close();
      offer = undefined;
      early = [];
    },
  };

  const takers = {
    offer: (it) => void (offer = it),
    answer: async (it) => {
      await peer.setRemoteDescription(it);
      for (const candidate of early) await peer.addIceCandidate(candidate);
    },
    candidate: async (it) => {
      if (!peer?.remoteDescription) early.push(it);
      else await peer.addIceCandidate(it);
    },
  };
  socket.addEventListener('message', async ({ data }) => {
    for (const [what, it] of Object.entries(JSON.parse(data))) await takers[what](it);
  });
})();
