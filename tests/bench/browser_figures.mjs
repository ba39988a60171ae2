// What people wait for in a real Chromium: opening a household from IndexedDB, and a change made in
// one browser on the screen of another.
import { startBrowser, startServer } from '../e2e/lib/browser.mjs';
import { addChore, addRoommate, exampleChores, openSection } from '../e2e/lib/chores.mjs';
import { startHousehold } from '../e2e/lib/home.mjs';

const rows = 10_000;
const opens = 11;
const changes = 60;

const middle = (times) => times.toSorted((a, b) => a - b)[(times.length - 1) / 2];
const saved = (page) => page.getByRole('status').getByText('All changes saved').waitFor();

// Milliseconds from the start of the navigation to the frame that shows the household.
async function openingMs(page) {
  await page.reload();
  return page.evaluate(() => new Promise((resolve) => {
    const look = () => {
      const isThere = [...document.querySelectorAll('h2')].some((each) =>
        each.textContent === 'Ana');
      if (!isThere) return requestAnimationFrame(look);
      return requestAnimationFrame(() => resolve(performance.now()));
    };
    look();
  }));
}

// Copies one row of the points ledger under new ids until there are as many rows as wanted.
async function multiplyRows(page, count) {
  const name = (await page.evaluate(() => indexedDB.databases())).map((each) => each.name)
    .find((each) => !each.includes('profile'));
  return page.evaluate(async ({ database, wanted }) => {
    const opening = indexedDB.open(database);
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const transaction = opening.result.transaction('kv', 'readwrite');
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
    });
    const store = transaction.objectStore('kv');
    const read = (request) => new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const keys = (await read(store.getAllKeys())).filter((key) => key.startsWith('b/'));
    const key = keys.find((each) => each.includes('/ledger_entry/'));
    const row = new TextDecoder().decode(await read(store.get(key)));
    const id = key.split('/').at(-1);
    for (let number = keys.length; number < wanted; number += 1) {
      const copy = id.slice(0, -6) + number.toString(16).padStart(6, '0');
      store.put(new TextEncoder().encode(row.replaceAll(id, copy)), key.replace(id, copy));
    }
    await done;
    opening.result.close();
    return wanted;
  }, { database: name, wanted: count });
}

async function openingFigures(browser, server) {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(`${server.address}/roommates`);
  await page.getByRole('button', { name: 'Use on this device only' }).click();
  await page.getByLabel('Household name').fill('Maple Street');
  await page.getByLabel('Your name').fill('Ana');
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await openSection(page, 'Chores');
  for (const chore of exampleChores) await addChore(page, { ...chore, steps: [] });
  await openSection(page, 'Assignments');
  await page.getByRole('button', { name: 'Assign Chores' }).click();
  await page.getByText('4 chores assigned').first().waitFor();
  await openSection(page, 'Roommates');
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const measure = async () => {
    const times = [];
    for (let each = 0; each < opens; each += 1) times.push(await openingMs(page));
    return middle(times);
  };
  const small = await measure();
  await page.goto(`${server.address}/api/health/live`); // nobody holds the database
  await multiplyRows(page, rows);
  await page.goto(`${server.address}/roommates`);
  const large = await measure();
  await page.context().close();
  return [{ name: `opening with ${rows.toLocaleString('en')} rows, median of ${opens}`, unit: 'ms',
    limit: 300, measured: Math.round(large),
    note: `a household of 20 rows: ${Math.round(small)} ms` }];
}

async function join(ana, page) {
  await openSection(ana, 'Members');
  await ana.getByRole('button', { name: 'Invite a roommate' }).click();
  await ana.getByRole('heading', { name: 'Invitation ready' }).waitFor();
  await page.goto((await ana.getByText(/\/join#/).textContent()).trim());
  await page.getByRole('radio', { name: 'I am new here' }).waitFor();
  await page.getByLabel('Your name').fill('Ben');
  await page.getByRole('button', { name: 'Join household' }).click();
  await saved(page);
}

// Both watches answer once they stand, so that nothing can happen before; what they wait for is
// asked for with `seenAt`. Times are the page's wall clock.
const watchHeading = (page, name) => page.evaluate((wanted) => {
  const now = () => performance.timeOrigin + performance.now();
  globalThis.seenAt = new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      const isThere = [...document.querySelectorAll('h2')].some((each) =>
        each.textContent === wanted);
      if (!isThere) return;
      watcher.disconnect();
      requestAnimationFrame(() => resolve(now()));
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}, name);

const watchClick = (page) => page.evaluate(() => {
  globalThis.seenAt = new Promise((resolve) => {
    document.addEventListener('click',
      () => resolve(performance.timeOrigin + performance.now()), { capture: true, once: true });
  });
});

const seenAt = (page) => page.evaluate(() => globalThis.seenAt);

async function pixelFigures(server) {
  // Two browsers of their own, so that neither waits for the other's renderer.
  const browsers = [await startBrowser(), await startBrowser()];
  const [ana, ben] = await Promise.all(browsers.map(async (browser) =>
    (await browser.newContext({ reducedMotion: 'reduce' })).newPage()));
  await ana.goto(`${server.address}/roommates`);
  await startHousehold(ana);
  await join(ana, ben);
  for (const page of [ana, ben]) await openSection(page, 'Roommates');
  const times = [];
  for (let each = 0; each < changes; each += 1) {
    const name = `Guest ${each}`;
    await ana.getByLabel('Name', { exact: true }).fill(name);
    await watchHeading(ben, name);
    await watchClick(ana);
    await ana.getByRole('button', { name: 'Add Roommate' }).click();
    times.push(await seenAt(ben) - await seenAt(ana));
    await saved(ana);
  }
  for (const browser of browsers) await browser.close();
  times.sort((a, b) => a - b);
  return [{ name: `one browser's change to the other's pixels, p99 of ${changes}`, unit: 'ms',
    limit: 250, measured: Math.round(times[Math.floor(changes * 0.99)]),
    note: `median ${Math.round(times[changes / 2])} ms` }];
}

// What a visit of the page takes from the server, calls of /api left out: requests and bytes as
// sent, of the page itself; what the service worker keeps comes from the browser's cache. `after`
// is what was asked for once the page could be used, for screens that are not open yet.
async function visit(page, go) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  const asked = new Map();
  devTools.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
    const isOfPage = !new URL(request.url).pathname.startsWith('/api/');
    if (isOfPage) asked.set(requestId, { askedAt: wallTime * 1000, bytes: 0 });
  });
  devTools.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId));
  devTools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromServiceWorker || response.fromDiskCache) asked.delete(requestId);
  });
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) asked.get(requestId).bytes = encodedDataLength;
  });
  await go();
  const usableAt = await page.evaluate(() => globalThis.usableAt);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForLoadState('networkidle');
  await devTools.detach();
  const weigh = (requests) => ({ requests: requests.length,
    bytes: requests.reduce((sum, each) => sum + each.bytes, 0) });
  const all = [...asked.values()];
  return { before: weigh(all.filter((each) => each.askedAt < usableAt)),
    after: weigh(all.filter((each) => each.askedAt >= usableAt)) };
}

// Notes the page's wall clock when there is something to press.
function watchGate() {
  globalThis.usableAt = new Promise((resolve) => {
    const look = () => {
      const isThere = document.querySelector('#layer button') !== null;
      if (isThere) resolve(performance.timeOrigin + performance.now());
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true });
  });
}

async function visitFigures(browser, server) {
  const context = await browser.newContext();
  await context.addInitScript(watchGate);
  const page = await context.newPage();
  const { before, after } = await visit(page, () => page.goto(`${server.address}/roommates`));
  await page.reload();
  await page.getByRole('button', { name: 'Start a household' }).waitFor();
  const again = await visit(page, () => page.reload());
  await context.close();
  return [
    { name: 'page weight of a first visit until it can be used, brotli', unit: 'KB', limit: 350,
      measured: Math.round(before.bytes / 1000),
      note: `${Math.round(after.bytes / 1000)} KB follow, for screens that are not open yet` },
    { name: 'requests of a first visit until it can be used', unit: '', limit: 6,
      measured: before.requests, note: `${after.requests} follow` },
    { name: 'requests of a repeated visit', unit: '', limit: 0,
      measured: again.before.requests + again.after.requests },
  ];
}

export async function browserFigures() {
  const server = await startServer();
  const browser = await startBrowser();
  try {
    return [...await openingFigures(browser, server), ...await visitFigures(browser, server),
      ...await pixelFigures(server)];
  } finally {
    await browser.close();
    await server.stop();
  }
}
