// SPDX-License-Identifier: Apache-2.0
import type { Words } from './words.js';

export const en: Words = {
  tag: 'en',
  otherLanguage: '中文',
  otherTag: 'zh-CN',

  signIn: {
    whatName: 'What’s your name?',
    title: 'Sign in',
    development: 'This server is in development mode, so any name will do.',
    tickets:
      'On this server tickets (UserSig) come from your own application’s server: ask it for one and paste it here.',
    app: 'App number (SDKAppID)',
    name: 'Name',
    user: 'User (UserID)',
    ticket: 'Ticket (UserSig)',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    otherSide: 'The other side of the call signs in the same way, in another tab or browser.',
    wrongApp: 'The app number is a positive whole number.',
    noTicket: 'Paste the ticket here.',
  },

  home: {
    youAre: 'You are',
    signOut: 'Sign out',
    whom: 'Who would you like to call?',
    callee: 'Name of the other person',
    video: 'Video call',
    voice: 'Voice call',
    nobodyYet: 'Nobody to call yet?',
    openAs: (name) => `Open another tab as ${name}`,
    yourself: 'That is you. Type somebody else’s name.',
    notices: 'Tell me of calls while this tab is hidden',
  },

  recent: { title: 'Recent', callAgain: 'Call again: ', video: 'Video', voice: 'Voice', missed: 'Missed' },

  names: {
    empty: 'Type a name first.',
    tooLong: (most) => `A name has at most ${most} characters.`,
    letters: 'A name is made of letters, digits, hyphens and underscores.',
  },

  problems: {
    unreachable: {
      title: 'The server cannot be reached.',
      advice: 'Check that it is running and that you are on the network, then try again.',
    },
    kicked: {
      title: 'You were signed out here.',
      advice: 'This name signed in on another device or tab. Sign in again to use it here.',
    },
    refused: (code, desc) => ({ title: 'The server refused the sign-in.', advice: `${desc} (code ${code})` }),
  },
};
