// The program without its server, its newer versions, and without a secure context.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserOptions, startBrowser, startServer, webFolder } from './lib/browser.mjs';
import { startHousehold } from './lib/home.mjs';

let browser;

before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
});

async function openHome(context, address) {
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(`${address}/roommates`);
  await startHousehold(page, { person: 'Olga' });
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  return page;
}

// The service worker has kept everything and answers this page.
const isKept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

async function add(page, name) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add Roommate' }).click();
  await page.getByRole('heading', { name, level: 2 }).waitFor();
}

test('with the server stopped the page opens, takes changes and keeps them', async () => {
  const server = await startServer();
  const context = await browser.newContext();
  const page = await openHome(context, server.address);
  await isKept(page);
  await server.stop();
  await page.reload();
  await page.getByRole('heading', { name: 'Olga', level: 2 }).waitFor();
  await add(page, 'Ana');
  await page.getByRole('status').getByText('Offline, 1 change waiting').waitFor();
  const again = await context.newPage();
  await again.goto(`${server.address}/roommates`);
  await again.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  await context.close();
});

test('a second visit asks the server for nothing that it has', async () => {
  const server = await startServer();
  const context = await browser.newContext();
  const page = await openHome(context, server.address);
  await isKept(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Olga', level: 2 }).waitFor();
  const sizes = await page.evaluate(() => performance.getEntriesByType('resource')
    .filter((entry) => !new URL(entry.name).pathname.startsWith('/api/'))
    .map((entry) => [entry.name, entry.workerStart > 0]));
  assert.ok(sizes.length > 2);
  assert.deepEqual(sizes.filter(([, isFromWorker]) => !isFromWorker), []);
  await context.close();
  await server.stop();
});

test('a new version waits, says so, and starts when it is asked to', async () => {
  const web = mkdtempSync(path.join(tmpdir(), 'roomieroster-web-'));
  cpSync(webFolder, web, { recursive: true });
  const server = await startServer({ web });
  const context = await browser.newContext();
  const page = await openHome(context, server.address);
  await isKept(page);
  // The next version: another service worker and another page.
  for (const ending of ['', '.br', '.gz']) rmSync(path.join(web, `index.html${ending}`));
  for (const ending of ['.br', '.gz']) rmSync(path.join(web, `sw.js${ending}`));
  writeFileSync(path.join(web, 'index.html'),
    readFileSync(path.join(webFolder, 'index.html'), 'utf8')
      .replace('</title>', '</title><meta name="generation" content="next">'));
  writeFileSync(path.join(web, 'sw.js'),
    readFileSync(path.join(webFolder, 'sw.js'), 'utf8').replace(/"[0-9a-f]{16}"/, '"next"'));
  await server.restart();
  // It comes while somebody types, and takes nothing away.
  const field = page.getByLabel('Name', { exact: true });
  await field.pressSequentially('Half a ');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.getByRole('button', { name: 'Reload' }).waitFor();
  await page.keyboard.type('name');
  assert.equal(await field.inputValue(), 'Half a name');
  await page.reload();
  const generation = () => page.evaluate(() =>
    document.querySelector('meta[name=generation]')?.content ?? 'first');
  await page.getByRole('heading', { name: 'Olga', level: 2 }).waitFor();
  await page.waitForFunction(async () =>
    (await navigator.serviceWorker.getRegistration()).waiting !== null);
  assert.equal(await generation(), 'first');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(() => document.querySelector('meta[name=generation]') !== null);
  await page.getByRole('heading', { name: 'Olga', level: 2 }).waitFor();
  assert.equal(await generation(), 'next');
  await context.close();
  await server.stop();
  rmSync(web, { recursive: true, force: true });
});

test('everything that the page names is kept for later', () => {
  const worker = readFileSync(path.join(webFolder, 'sw.js'), 'utf8');
  const page = readFileSync(path.join(webFolder, 'index.html'), 'utf8');
  for (const [, address] of page.matchAll(/(?:src|stylesheet" href)="(\/[^"]+)"/g)) {
    assert.ok(worker.includes(`"${address}"`), `${address} is not kept for offline use`);
  }
});

test('plain http on a home network: no locks, no service worker, and it works', async () => {
  const server = await startServer();
  const { port } = new URL(server.address);
  const home = 'home.test';
  const plain = await chromium.launch({
    ...browserOptions,
    args: [...browserOptions.args, `--host-resolver-rules=MAP ${home} 127.0.0.1`],
  });
  const page = await openHome(await plain.newContext(), `http://${home}:${port}`);
  const missing = await page.evaluate(() => [isSecureContext, navigator.locks,
    navigator.serviceWorker, crypto.randomUUID, navigator.storage].filter(Boolean));
  assert.deepEqual(missing, []);
  await add(page, 'Ana');
  await page.getByRole('status').getByText('All changes saved').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  await plain.close();
  await server.stop();
});

test('the manifest names icons, shortcuts and an address that are there', async () => {
  const server = await startServer();
  const manifest = await (await fetch(`${server.address}/manifest.webmanifest`)).json();
  assert.equal(manifest.name, 'RoomieRoster');
  const pictures = [...manifest.icons, ...manifest.screenshots,
    ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)];
  for (const { src, sizes, type } of pictures) {
    const answer = await fetch(server.address + src);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, type]);
    if (type !== 'image/png') continue;
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes);
  }
  const sizes = manifest.icons.map((icon) => `${icon.sizes} ${icon.purpose ?? 'any'}`);
  for (const wanted of ['192x192 any', '512x512 any', '512x512 maskable']) {
    assert.ok(sizes.includes(wanted), wanted);
  }
  assert.equal((await fetch(`${server.address}/favicon.ico`)).status, 200);
  const notices = await (await fetch(`${server.address}/notices.txt`)).text();
  for (const name of ['Dear ImGui', 'Inter', 'Lucide', 'utf8proc', 'xxHash', 'Emscripten']) {
    assert.ok(notices.includes(name), name);
  }
  await server.stop();
});

test('browsers find nothing that keeps the page from being installed', async () => {
  const server = await startServer();
  const context = await browser.newContext();
  const page = await openHome(context, server.address);
  await isKept(page);
  const tools = await context.newCDPSession(page);
  const { errors } = await tools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
  // A window without a profile of its own is the test's, not the product's.
  assert.deepEqual(installabilityErrors.map((error) => error.errorId)
    .filter((id) => id !== 'in-incognito'), []);
  await context.close();
  await server.stop();
});

test('only the policy named rr may name code, and only the service worker', async () => {
  const server = await startServer();
  const context = await browser.newContext();
  const page = await openHome(context, server.address);
  const refused = await page.evaluate(() => {
    const tries = {
      plain: () => { document.createElement('script').src = '/other.js'; },
      policy: () => trustedTypes.createPolicy('other', {}),
    };
    return Object.entries(tries).filter(([, act]) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    }).map(([name]) => name);
  });
  assert.deepEqual(refused, ['plain', 'policy']);
  await context.close();
  await server.stop();
});

test('the page and its worker keep to the server\'s policy', async () => {
  const server = await startServer();
  const context = await browser.newContext();
  const reports = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/api/csp-report')) reports.push(request.postData());
  });
  await context.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) =>
      globalThis.violations.push(`${event.violatedDirective} ${event.sourceFile}`));
  });
  const page = await openHome(context, server.address);
  await isKept(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Olga', level: 2 }).waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(reports, []);
  await context.close();
  await server.stop();
});
