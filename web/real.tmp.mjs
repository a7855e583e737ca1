import { chromium } from 'playwright-core';
const origin = process.argv[2], out = process.argv[3] ?? '/tmp/real';
import { mkdirSync } from 'node:fs'; mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--use-fake-ui-for-media-stream','--use-fake-device-for-media-stream','--allow-loopback-in-peer-connection','--autoplay-policy=no-user-gesture-required','--auto-select-desktop-capture-source=Entire screen','--use-fake-device-for-media-stream'] });
const open = async (user, viewport={width:1280,height:800}) => {
  const c = await browser.newContext({ viewport, permissions: ['camera','microphone'], locale: 'en-US' });
  const p = await c.newPage(); p.errors=[]; p.on('pageerror', e => { p.errors.push(String(e)); console.log(user, 'ERROR', e); }); p.on('console', m => m.type()==='error' && console.log(user, m.text()));
  await p.addInitScript(() => { window.__frames=[]; const S=WebSocket.prototype.send; WebSocket.prototype.send=function(d){ window.__frames.push('> '+String(d).slice(0,90)); if(!this.__l){this.__l=1;this.addEventListener('message',e=>window.__frames.push('< '+String(e.data).slice(0,110)));} return S.call(this,d); }; });
  await p.goto(origin + '/?user=' + user); await p.getByTestId('me').waitFor(); return p; };
const t = (p, id) => p.getByTestId(id);
const shot = (p, n) => p.screenshot({ path: `${out}/${n}.png` });
const sees = (p, id) => t(p, id).waitFor({ timeout: 15000 });
const flows = (p) => p.waitForFunction(() => { const find=(r)=>{for(const e of r.querySelectorAll('*')){ if(e.dataset?.testid==='remote-video') return e; if(e.shadowRoot){const f=find(e.shadowRoot); if(f) return f;}} }; const v=find(document); return v && v.videoWidth>0 && v.currentTime>0.3; }, undefined, { timeout: 15000 });
const alice = await open('alice'), bob = await open('bob'), carol = await open('carol', {width:390,height:844});
await t(alice,'callee').fill('bob'); await t(alice,'call-video').click(); await sees(bob,'incoming'); await shot(bob,'01-incoming'); await shot(alice,'02-outgoing');
const t0=Date.now(); await t(bob,'accept').click(); await flows(bob); console.log('accept to picture at bob', Date.now()-t0); await flows(alice); await sees(alice,'in-call');
await alice.waitForTimeout(2500); await shot(alice,'03-in-call');
console.log('durations', await t(alice,'duration').textContent(), await t(bob,'duration').textContent());
// mini
await t(alice,'mini').click(); await alice.waitForTimeout(400); await shot(alice,'04-mini'); 
await t(alice,'callee').fill('typed while small'); await t(alice,'restore').click();
await alice.waitForTimeout(300); await shot(alice,'05-restored');
// hold
await t(alice,'devices').click(); await alice.waitForTimeout(300); await shot(alice,'06-devices'); await t(alice,'hold').click();
try { await sees(alice,'resume'); await sees(bob,'on-hold'); await alice.waitForTimeout(300); await shot(alice,'07-held-here'); await shot(bob,'08-held-there'); await t(alice,'resume').click(); await flows(bob); await flows(alice); } catch (e) { console.log('HOLD', String(e).slice(0,200)); }
await alice.waitForTimeout(1000);
// share
try { await t(alice,'screen-share').click(); await sees(bob,'remote-screen'); await bob.waitForTimeout(1500); await shot(bob,'09-screen'); await shot(alice,'10-sharing'); await t(alice,'screen-share').click(); } catch (e) { console.log('SHARE', String(e).slice(0,200)); }
// second call
await t(carol,'callee').fill('alice'); await t(carol,'call-voice').click(); await sees(alice,'second-call'); await alice.waitForTimeout(300); await shot(alice,'11-second');
try { await t(alice,'hold-answer').click(); await sees(alice,'held-call'); await sees(carol,'in-call'); await alice.waitForTimeout(1500); await shot(alice,'12-two-calls'); await shot(carol,'13-carol');
 await t(alice,'swap').click(); await alice.waitForTimeout(2500); await shot(alice,'14-swapped'); await shot(carol,'15-carol-held'); await flows(bob);
 await t(alice,'hang-up').click(); await sees(alice,'resume'); await alice.waitForTimeout(300); await shot(alice,'16-left-held'); await t(alice,'resume').click(); await alice.waitForTimeout(1500); await t(carol,'hang-up').click(); } catch (e) { console.log('SECOND', String(e).slice(0,300)); await shot(alice,'99'); }
await alice.waitForTimeout(800); await shot(alice,'17-ended'); await shot(bob,'18-bob-ended'); await shot(carol,'19-carol-ended');
if (process.argv[4]) console.log((await alice.evaluate(() => window.__frames)).join('\n'));
console.log('errors', alice.errors, bob.errors, carol.errors);
await browser.close();
