// SPDX-License-Identifier: Apache-2.0
import type { Words } from './words.js';

export const zhCn: Words = {
  tag: 'zh-CN',
  otherLanguage: 'English',
  otherTag: 'en',

  signIn: {
    whatName: '怎么称呼你？',
    title: '登录',
    development: '服务器处于开发模式，使用任意名称即可登录。',
    tickets: '本服务器的登录凭证（UserSig）由你自己的应用服务器签发：请向它获取，然后粘贴到这里。',
    app: '应用编号（SDKAppID）',
    name: '名称',
    user: '用户（UserID）',
    ticket: '登录凭证（UserSig）',
    signIn: '登录',
    signingIn: '正在登录…',
    otherSide: '通话的另一方在另一个标签页或浏览器中以同样方式登录。',
    wrongApp: '应用编号应为正整数。',
    noTicket: '请在此粘贴登录凭证。',
  },

  home: {
    youAre: '当前用户',
    signOut: '退出登录',
    whom: '想和谁通话？',
    callee: '对方的名称',
    video: '视频通话',
    voice: '语音通话',
    nobodyYet: '还没有通话对象？',
    openAs: (name) => `以 ${name} 的身份打开新标签页`,
    yourself: '这是你自己。请输入其他人的名称。',
    notices: '标签页在后台时，来电通知我',
  },

  recent: { title: '最近通话', callAgain: '再次呼叫：', video: '视频', voice: '语音', missed: '未接来电' },

  names: {
    empty: '请先输入名称。',
    tooLong: (most) => `名称最多 ${most} 个字符。`,
    letters: '名称只能包含字母、数字、连字符和下划线。',
  },

  problems: {
    unreachable: { title: '无法连接服务器。', advice: '请确认服务器正在运行、网络已连接，然后重试。' },
    kicked: { title: '你已在此处退出登录。', advice: '该名称已在其他设备或标签页登录。如需在此使用，请重新登录。' },
    refused: (code, desc) => ({
      title: '服务器拒绝了登录。',
      advice: refusals[String(code)] ?? `错误代码 ${code}：${desc}`,
    }),
  },
};

/** What the numbers of docs/errors.md mean that a person at the door may meet. */
const refusals: Readonly<Record<string, string>> = {
  '70001': '登录凭证已过期，请获取新的凭证。（代码 70001）',
  '70003': '登录凭证无法识别，请检查是否完整粘贴。（代码 70003）',
  '70009': '登录凭证不是用本应用的密钥签发的。（代码 70009）',
  '70013': '登录凭证属于其他用户，请检查用户名。（代码 70013）',
  '70014': '登录凭证属于其他应用，请检查应用编号。（代码 70014）',
  '70020': '服务器上没有这个应用，请检查应用编号。（代码 70020）',
  '70050': '登录失败次数过多，请一分钟后再试。（代码 70050）',
  '70051': '该账号已被禁用。（代码 70051）',
  '70052': '登录凭证已被撤销，请获取新的凭证。（代码 70052）',
};
