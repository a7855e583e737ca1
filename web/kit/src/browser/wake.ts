// SPDX-License-Identifier: Apache-2.0

/** Keeps the screen from going dark, where the browser lets a page do that. The returned function lets it again. */
export function keepAwake(): () => void {
  let wanted = true;
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock?.request('screen');
    } catch {
      return; // A browser saving its battery may refuse; the call goes on all the same.
    }
    if (!wanted) await lock?.release();
  };
  const asked = () => void ask();
  // The browser takes the lock back whenever the tab is hidden.
  document.addEventListener('visibilitychange', asked);
  asked();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', asked);
    void lock?.release();
  };
}
