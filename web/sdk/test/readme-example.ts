// SPDX-License-Identifier: Apache-2.0
declare const remoteVideo: HTMLVideoElement, localVideo: HTMLVideoElement, status: HTMLElement;
declare const acceptButton: HTMLElement, rejectButton: HTMLElement, callButton: HTMLElement, hangUpButton: HTMLElement;

// The README's example begins here.
import { DuetClient, type Call } from '@duet/sdk';

const client = new DuetClient({
  server: 'https://calls.example.org', // the page's own origin when left out
  sdkAppId: 1400000001,
  userId: 'alice',
  userSigProvider: async () => (await fetch('/my-backend/usersig')).text(),
});

function show(call: Call) {
  call.on('change', () => {
    remoteVideo.srcObject = call.remoteStream ?? null;
    localVideo.srcObject = call.localStream ?? null; // <video muted>, or you hear yourself
    status.textContent = call.state.kind === 'ended' ? call.state.message : call.state.kind;
  });
}

client.on('incoming', (call) => {
  show(call);
  acceptButton.onclick = () => call.accept();
  rejectButton.onclick = () => call.reject();
});
const login = await client.login();
if (login.code === 0) callButton.onclick = () => show(client.call('bob', 'video'));
hangUpButton.onclick = () => client.currentCall?.hangUp();
