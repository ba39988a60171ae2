// A browser that is killed: what it called saved, or waiting, is there when it is opened again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserOptions, startBrowser, startServer } from './lib/browser.mjs';
import { addRoommate } from './lib/chores.mjs';
import { invite, saved, startHousehold } from './lib/home.mjs';

let server;
let other; // another person's browser, which lives on

before(async () => {
  server = await startServer();
  other = await startBrowser();
});
after(async () => {
  await other?.close();
  await server?.stop();
});

// Resolves with the address of the debugging port once the browser has written it down.
async function debuggingAddress(profile) {
  const file = path.join(profile, 'DevToolsActivePort');
  const read = () => {
    try {
      const [port, place] = readFileSync(file, 'utf8').split('\n');
      return place ? `ws://127.0.0.1:${port}${place}` : null;
    } catch {
      return null; // not written yet
    }
  };
  for await (const address of changes(profile, read)) if (address) return address;
  throw new Error('the browser wrote no debugging port');
}

// What `read` answers, now and at each change of the folder.
async function* changes(folder, read) {
  const watcher = watch(folder);
  try {
    yield read();
    while (true) {
      await new Promise((resolve) => watcher.once('change', resolve));
      yield read();
    }
  } finally {
    watcher.close();
  }
}

// A browser with a profile of its own on disk, started as a process that can be killed.
async function openProfile(profile) {
  rmSync(path.join(profile, 'DevToolsActivePort'), { force: true });
  rmSync(path.join(profile, 'SingletonLock'), { force: true }); // of the killed one
  const child = spawn(browserOptions.executablePath, [...browserOptions.args, '--headless=new',
    '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: 'ignore', detached: true }); // leads a process group: its helpers are killed with it
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const browser = await chromium.connectOverCDP(await debuggingAddress(profile));
  const page = await browser.contexts()[0].newPage();
  return {
    page,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
    async close() {
      await (await browser.newBrowserCDPSession()).send('Browser.close');
      await ended;
    },
  };
}

const heading = (page, name) => page.getByRole('heading', { name, exact: true, level: 2 });

async function join(page, link) {
  await page.goto(link);
  await page.getByRole('radio', { name: 'I am new here' }).check();
  await page.getByLabel('Your name').fill('Ben');
  await page.getByRole('button', { name: 'Join household' }).click();
  await saved(page).waitFor();
  await page.goto(`${server.address}/roommates`);
}

const offline = (page) =>
  page.getByRole('status').getByText('Offline, 1 change waiting').waitFor();

async function withProfile(act) {
  const profile = mkdtempSync(path.join(tmpdir(), 'roomieroster-profile-'));
  let running;
  const open = async () => {
    running = await openProfile(profile);
    await running.page.goto(`${server.address}/roommates`);
    return running;
  };
  try {
    await act(open);
  } finally {
    await running?.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  }
}

const isKept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

test('a browser killed at once after its first change opens with it, without a server', () =>
  withProfile(async (open) => {
    const first = await open();
    await startHousehold(first.page);
    await isKept(first.page);
    await addRoommate(first.page, 'Mia');
    await saved(first.page).waitFor();
    await first.kill();
    await server.kill();
    const again = await open();
    await heading(again.page, 'Mia').waitFor();
    assert.equal(await heading(again.page, 'Mia').count(), 1);
    await server.comeBack();
  }));

test('a browser killed after "saved" and after "waiting" has every change, once', () =>
  withProfile(async (open) => {
    const ben = await (await other.newContext()).newPage();
    let ana = await open();
    await startHousehold(ana.page);
    await join(ben, await invite(ana.page));
    await isKept(ana.page);
    await ana.close(); // a cookie reaches the disk within half a minute, or now

    ana = await open();
    await addRoommate(ana.page, 'Mia');
    await saved(ana.page).waitFor();
    await ana.kill();
    await server.kill();
    ana = await open();
    await heading(ana.page, 'Mia').waitFor();
    await addRoommate(ana.page, 'Noa');
    await offline(ana.page);
    await ana.kill();

    ana = await open();
    await heading(ana.page, 'Noa').waitFor();
    await offline(ana.page);
    await server.comeBack();
    await ana.page.reload();
    await saved(ana.page).waitFor();
    for (const name of ['Mia', 'Noa']) {
      for (const page of [ana.page, ben]) {
        await heading(page, name).waitFor();
        assert.equal(await heading(page, name).count(), 1, name);
      }
    }
    await ben.context().close();
  }));
