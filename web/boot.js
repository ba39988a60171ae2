// Starts the program: loads it, gives it the page, and says so when that is not possible.

import createRoomieRoster from './roomieroster.js';
import { Device } from './device.js';
import { loadFonts } from './fonts.js';
import { Loading } from './loading.js';
import { Network } from './network.js';
import { Page } from './page.js';
import { Storage } from './storage.js';
import { System, findDatabase } from './system.js';
import { Updates } from './updates.js';

const byId = (id) => document.getElementById(id);

const loading = new Loading(byId('skeleton'));

async function boot() {
  const page = new Page(byId('canvas'), byId('layer'), byId('polite'), byId('assertive'));
  const updates = new Updates((...event) => page.post(...event));
  const device = new Device(() => page.changed());
  page.system = new System(() => updates.reload(), device);
  page.network = new Network((...event) => page.post(...event));
  page.storage = new Storage((...event) => page.post(...event));
  // Without its fonts the page works with the system's.
  const fonts = loadFonts('/{{asset:fonts.bin}}').catch(() => {});
  const opening = findDatabase().then((name) => {
    if (name === null) return;
    page.network.openChannel(name);
    page.storage.openAhead(name);
  }).catch((error) => console.warn(error));
  const program = await createRoomieRoster({
    page,
    canvas: byId('canvas'),
    locateFile: () => '/{{asset:roomieroster.wasm}}',
  });
  await Promise.all([fonts, opening]);
  page.start(program);
  loading.end();
  // Where service workers are not allowed the page works, but only with the server.
  await updates.start().catch((error) => console.warn(error));
}

boot().catch((error) => {
  loading.fail(error);
  console.error(error);
});
