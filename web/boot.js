// Starts the program: loads it, gives it the page, and says so when that is not possible.

import createRoomieRoster from './roomieroster.js';
import { Device } from './device.js';
import { loadFonts } from './fonts.js';
import { Language } from './language.js';
import { Loading } from './loading.js';
import { Network } from './network.js';
import { Page } from './page.js';
import { Program } from './program.js';
import { Storage } from './storage.js';
import { System, findDatabase } from './system.js';
import { Updates } from './updates.js';

const byId = (id) => document.getElementById(id);

const loading = new Loading(byId('skeleton'));
const parts = new Program('/{{asset:roomieroster.wasm}}', '/{{asset:rest.wasm}}');

// What stands in the program's place is on the screen; not awaited long: hidden pages are not
// painted.
const painted = new Promise((resolve) => {
  new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
  setTimeout(resolve, 300);
});
// There is something to press.
const usable = new Promise((resolve) => {
  new MutationObserver((changes, observer) => {
    if (!byId('layer').querySelector('button')) return;
    observer.disconnect();
    resolve();
  }).observe(byId('layer'), { childList: true, subtree: true });
});

async function boot() {
  const page = new Page(byId('canvas'), byId('layer'), byId('polite'), byId('assertive'));
  const updates = new Updates((...event) => page.post(...event));
  const language = new Language((...event) => page.post(...event));
  const device = new Device(() => page.changed());
  page.system = new System(language, device, () => updates.reload());
  page.network = new Network((...event) => page.post(...event));
  page.storage = new Storage((...event) => page.post(...event));
  // Without its fonts the page works with the system's.
  const fonts = loadFonts('/{{asset:fonts.bin}}').catch(() => {});
  // Without its texts it speaks English.
  const texts = language.load().catch(() => {});
  const opening = findDatabase().then((name) => {
    if (name === null) return false;
    parts.fetchRest();
    page.network.openChannel(name);
    page.storage.openAhead(name);
    return true;
  }).catch((error) => {
    console.warn(error);
    return true;
  });
  const first = await parts.first;
  // Who comes for the first time sees something before the program takes the page for itself.
  if (!await opening) await painted;
  const program = await createRoomieRoster({
    page,
    canvas: byId('canvas'),
    instantiateWasm: (imports, receive) => parts.instantiate(first, imports, receive),
  });
  const [hasHousehold] = await Promise.all([opening, fonts, texts]);
  if (hasHousehold) await parts.complete();
  page.start(program);
  loading.end();
  addEventListener('languagechange', () => language.choose());
  navigator.serviceWorker?.addEventListener('controllerchange', () => language.keep());
  // Nothing of it is needed at the gate, so that is shown first; whoever gets through before it
  // came waits for it.
  if (!hasHousehold) await usable;
  await parts.complete().catch((error) => console.warn(error));
  // Where service workers are not allowed the page works, but only with the server.
  await updates.start().catch((error) => console.warn(error));
}

boot().catch((error) => {
  loading.fail(error);
  console.error(error);
});
