// What the page costs while it is looked at in a real Chromium: at rest, while a long list scrolls,
// and when it opens on a slow device.
//
// Figures of frames are the main thread's share: what the graphics process does with the commands
// is left out, because it draws in software here.
import { startBrowser, startServer } from '../e2e/lib/browser.mjs';
import { addChore, openSection } from '../e2e/lib/chores.mjs';

const chores = 500;
const restMs = 5000;
const steps = 60; // frames of scrolling
const opens = 5;

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const rounded = (value) => Number(value.toFixed(2));

// Counts what the program asks of the browser, and how long each of its frames takes.
function watch() {
  globalThis.seen = { asked: 0, draws: 0, frames: [], changes: [] };
  const { seen } = globalThis;
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.untimedFrame = ask;
  globalThis.requestAnimationFrame = (callback) => {
    seen.asked += 1;
    return ask((time) => {
      const before = performance.now();
      callback(time);
      seen.frames.push(performance.now() - before);
    });
  };
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function drawn(...rest) {
    seen.draws += 1;
    return draw.apply(this, rest);
  };
}

// Copies the one chore of the household under new ids and names until there are `count`.
async function multiplyChores(page, count) {
  const name = (await page.evaluate(() => indexedDB.databases())).map((each) => each.name)
    .find((each) => !each.includes('profile'));
  await page.evaluate(async ({ database, wanted }) => {
    const opening = indexedDB.open(database);
    await new Promise((resolve) => { opening.onsuccess = resolve; });
    const transaction = opening.result.transaction('kv', 'readwrite');
    const done = new Promise((resolve) => { transaction.oncomplete = resolve; });
    const store = transaction.objectStore('kv');
    const read = (request) => new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const keys = await read(store.getAllKeys());
    const key = keys.find((each) => each.startsWith('b/') && each.includes('/chore/'));
    const row = new TextDecoder().decode(await read(store.get(key)));
    const id = key.split('/').at(-1);
    for (let number = 1; number < wanted; number += 1) {
      const copy = id.slice(0, -6) + number.toString(16).padStart(6, '0');
      const text = row.replaceAll(id, copy).replaceAll('Vacuum', `Vacuum room ${number}`);
      store.put(new TextEncoder().encode(text), key.replace(id, copy));
    }
    await done;
    opening.result.close();
  }, { database: name, wanted: count });
}

async function openLongList(browser, server) {
  const context = await browser.newContext({ reducedMotion: 'reduce', deviceScaleFactor: 3,
    viewport: { width: 390, height: 844 } });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(`${server.address}/chores`);
  await page.getByRole('button', { name: 'Use on this device only' }).click();
  await page.getByLabel('Household name').fill('Maple Street');
  await page.getByLabel('Your name').fill('Ana');
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await openSection(page, 'Chores');
  await addChore(page, { name: 'Vacuum' });
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await page.goto(`${server.address}/api/health/live`); // nobody holds the database
  await multiplyChores(page, chores);
  await page.goto(`${server.address}/chores`);
  await page.getByRole('heading', { name: `Vacuum room ${chores - 1}`, exact: true })
    .waitFor({ state: 'attached', timeout: 180_000 }); // a few rows a frame, drawn in software
  return page;
}

// Two equal readings a second apart: everything has been emitted, and motion is over.
const settle = (page) => page.waitForFunction(() => {
  const now = `${globalThis.seen.asked} ${globalThis.seen.draws}`;
  const isSame = now === globalThis.lastSeen;
  globalThis.lastSeen = now;
  return isSame;
}, undefined, { polling: 1000 });

async function taskSeconds(devTools) {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return metrics.find((each) => each.name === 'TaskDuration').value;
}

async function restFigures(page, devTools) {
  await settle(page);
  const read = () => page.evaluate(() => ({ asked: seen.asked, draws: seen.draws }));
  const before = await read();
  await devTools.send('Performance.enable');
  const started = await taskSeconds(devTools);
  await page.waitForTimeout(restMs);
  const busyMs = (await taskSeconds(devTools) - started) * 1000 / (restMs / 1000);
  const after = await read();
  const where = `at rest for 5 s, ${chores} chores at ratio 3`;
  return [
    { name: `frames asked for ${where}`, unit: '', limit: 0, measured: after.asked - before.asked },
    { name: `draw calls ${where}`, unit: '', limit: 0, measured: after.draws - before.draws },
    { name: `main thread ${where}`, unit: 'ms/s', limit: 2, measured: rounded(busyMs) },
  ];
}

// Milliseconds of all samples that were taken inside a function of that name.
function insideMs(profile, functionName) {
  const parents = new Map();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const node of profile.nodes) {
    for (const child of node.children ?? []) parents.set(child, node.id);
  }
  const isInside = (id) => {
    for (let each = id; each !== undefined; each = parents.get(each)) {
      if (byId.get(each).callFrame.functionName === functionName) return true;
    }
    return false;
  };
  const known = new Map();
  let total = 0;
  profile.samples.forEach((id, index) => {
    if (!known.has(id)) known.set(id, isInside(id));
    if (known.get(id)) total += profile.timeDeltas[index];
  });
  return total / 1000;
}

async function scrollFigures(page, devTools) {
  const region = page.getByRole('main').locator('.scroll').first();
  const scroll = () => region.evaluate(async (element, count) => {
    seen.frames.length = 0;
    const watcher = new MutationObserver(() => {});
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true,
      characterData: true });
    for (let step = 0; step < count; step += 1) {
      element.scrollTop += 180;
      // The program's own frame comes before this one is asked for again.
      for (let each = 0; each < 2; each += 1) {
        await new Promise((resolve) => { globalThis.untimedFrame(resolve); });
      }
      seen.changes.push(watcher.takeRecords().length);
    }
    watcher.disconnect();
    return { frames: seen.frames.slice(), changes: seen.changes.slice() };
  }, steps);
  await scroll(); // what is rasterised once is there
  await region.evaluate((element) => { element.scrollTop = 0; });
  await devTools.send('Profiler.enable');
  await devTools.send('Profiler.setSamplingInterval', { interval: 100 });
  await devTools.send('Profiler.start');
  const { frames, changes } = await scroll();
  const { profile } = await devTools.send('Profiler.stop');
  frames.sort((a, b) => a - b);
  const mirrorMs = insideMs(profile, 'apply') / Math.max(1, frames.length);
  const where = `scrolling ${chores} chores`;
  return [
    { name: `frame ${where}, p95 on the main thread`, unit: 'ms', limit: 8,
      measured: rounded(at(frames, 0.95)), note: `median ${rounded(at(frames, 0.5))} ms` },
    { name: `mirror's DOM update per frame ${where}`, unit: 'ms', limit: 1,
      measured: rounded(mirrorMs) },
    { name: `DOM changes per frame ${where}, most`, unit: '', limit: 20,
      measured: Math.max(...changes) },
  ];
}

// DevTools' "Fast 4G".
const fast4g = { offline: false, latency: 165, downloadThroughput: 1_012_500,
  uploadThroughput: 168_750 };

function watchOpening() {
  globalThis.opening = { shift: 0 };
  const { opening } = globalThis;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) opening.skeletonMs = each.startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) opening.shift += each.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const isThere = [...document.querySelectorAll('button')].some((each) =>
      each.textContent === 'Start a household');
    if (!isThere) return requestAnimationFrame(look);
    return requestAnimationFrame(() => { opening.interactiveMs = performance.now(); });
  };
  look();
}

async function open(page, go) {
  await go();
  await page.waitForFunction(() => globalThis.opening?.interactiveMs !== undefined);
  return page.evaluate(() => globalThis.opening);
}

async function openingFigures(browser, server) {
  const unslowed = [];
  const first = [];
  const again = [];
  const fresh = async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript(watchOpening);
    return { context, page: await context.newPage() };
  };
  for (let each = 0; each < opens; each += 1) {
    const here = await fresh();
    unslowed.push(await open(here.page, () => here.page.goto(server.address)));
    await here.context.close();
    const { context, page } = await fresh();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', fast4g);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    first.push(await open(page, () => page.goto(server.address)));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.reload();
    again.push(await open(page, () => page.reload()));
    await context.close();
  }
  const middle = (visits, field) => Math.round(
    at(visits.map((each) => each[field]).toSorted((a, b) => a - b), 0.5));
  const slow = '4x slower processor, fast 4G';
  return [
    { name: 'skeleton of a first visit', unit: 'ms', limit: 300,
      measured: middle(unslowed, 'skeletonMs'), note: `${middle(first, 'skeletonMs')} ms with ${slow
      }, whose round trip is ${fast4g.latency} ms` },
    { name: `first visit until it can be used, ${slow}`, unit: 'ms', limit: 2000,
      measured: middle(first, 'interactiveMs') },
    { name: 'repeated visit until it can be used, fast 4G', unit: 'ms', limit: 500,
      measured: middle(again, 'interactiveMs') },
    { name: 'layout shift of a first visit', unit: '', limit: 0,
      measured: rounded(Math.max(...first.map((each) => each.shift))) },
  ];
}

export async function frameFigures() {
  const server = await startServer();
  const browser = await startBrowser();
  try {
    const opening = await openingFigures(browser, server);
    const page = await openLongList(browser, server);
    const devTools = await page.context().newCDPSession(page);
    return [...opening, ...await restFigures(page, devTools),
      ...await scrollFigures(page, devTools)];
  } finally {
    await browser.close();
    await server.stop();
  }
}
