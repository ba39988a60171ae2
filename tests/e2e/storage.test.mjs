// The storage half of the bridge in a real browser: numbers, expectations, and a killed browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserOptions } from './lib/browser.mjs';

const source = readFileSync(new URL('../../web/storage.js', import.meta.url));
let server;
let address;
let profile;
let context;

before(async () => {
  server = createServer((request, response) => {
    const isScript = request.url === '/storage.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? source : '<!doctype html><title>storage</title>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}`;
  profile = mkdtempSync(path.join(tmpdir(), 'roomieroster-profile-'));
  context = await chromium.launchPersistentContext(profile, browserOptions);
});
after(async () => {
  await context?.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
});

async function openTab() {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(async () => {
    const { Storage } = await import('/storage.js');
    const waiting = new Map();
    globalThis.closings = 0;
    const storage = new Storage((kind, event) => {
      if (event.token === 0) globalThis.closings += 1;
      waiting.get(event.token)?.({ number: event.number, text: event.bytes
        && new TextDecoder().decode(event.bytes) });
    });
    let token = 0;
    globalThis.ask = (what, a, b, bytes) => new Promise((resolve) => {
      token += 1;
      waiting.set(token, resolve);
      storage.request(what, token, a, b, bytes, true);
    });
    globalThis.enqueue = (text, ...expected) => globalThis.ask(2, 'next', '',
      Uint8Array.from([...expected, globalThis.step(true, 'q/', text)].flat()));
    globalThis.reload = () => globalThis.ask(5, '', '', new Uint8Array());
    globalThis.open = (name) => globalThis.ask(0, name, '', new Uint8Array());
    globalThis.erase = (name) => globalThis.ask(3, name, '', new Uint8Array());
    // One step of a batch in the layout of storage.cpp.
    globalThis.step = (isWrite, key, value) => {
      const name = new TextEncoder().encode(key);
      const data = value === null ? null : new TextEncoder().encode(value);
      const bytes = new Uint8Array(9 + name.length + (data?.length ?? 0));
      const view = new DataView(bytes.buffer);
      bytes[0] = isWrite ? 1 : 0;
      view.setUint32(1, name.length, true);
      view.setUint32(5, data ? data.length : 0xffffffff, true);
      bytes.set(name, 9);
      if (data) bytes.set(data, 9 + name.length);
      return [...bytes];
    };
    globalThis.batch = (...steps) => globalThis.ask(1, '', '', Uint8Array.from(steps.flat()));
    await globalThis.ask(0, 'person', '', new Uint8Array());
  });
  return page;
}

test('two tabs enqueue at once: every number is given once and in order', async () => {
  const tabs = [await openTab(), await openTab()];
  const numbers = await Promise.all(tabs.map((tab) => tab.evaluate(() =>
    Promise.all(Array.from({ length: 50 }, (_, i) => globalThis.enqueue(`m${i}`))))));
  const given = numbers.flat().map((answer) => Number(answer.text));
  assert.deepEqual([...given].sort((a, b) => a - b), Array.from({ length: 100 }, (_, i) => i + 1));
  for (const own of numbers) {
    const order = own.map((answer) => Number(answer.text));
    assert.deepEqual(order, [...order].sort((a, b) => a - b));
  }
});

test('a batch whose expectation fails writes nothing', async () => {
  const tab = await openTab();
  const outcomes = await tab.evaluate(async () => {
    const { batch, step } = globalThis;
    const first = await batch(step(false, 'cookie', null), step(true, 'cookie', 'a'));
    const stale = await batch(step(false, 'cookie', null), step(true, 'cookie', 'b'),
      step(true, 'row', 'x'));
    const good = await batch(step(false, 'cookie', 'a'), step(false, 'row', null),
      step(true, 'cookie', 'c'));
    return [first.number, stale.number, good.number];
  });
  assert.deepEqual(outcomes, [0, 1, 0]);
});

test('a change whose expectation fails takes no number', async () => {
  const tab = await openTab();
  const answers = await tab.evaluate(async () => {
    const { batch, enqueue, reload, step } = globalThis;
    await batch(step(true, 'client', 'me'));
    const good = await enqueue('mine', step(false, 'client', 'me'));
    const stale = await enqueue('not mine', step(false, 'client', 'another'));
    const next = await enqueue('mine again', step(false, 'client', 'me'),
      step(false, 'gone', null));
    return [good, stale, next, await reload()];
  });
  assert.deepEqual(answers.slice(0, 3).map((answer) => answer.number), [0, 1, 0]);
  assert.equal(Number(answers[2].text), Number(answers[0].text) + 1);
  assert.ok(answers[3].text.includes('mine again'));
  assert.ok(!answers[3].text.includes('not mine'));
});

test('reading again shows what another tab wrote', async () => {
  const [reader, writer] = [await openTab(), await openTab()];
  await writer.evaluate(() => globalThis.batch(globalThis.step(true, 'told', 'by the other')));
  const answer = await reader.evaluate(() => globalThis.reload());
  assert.equal(answer.number, 0);
  assert.ok(answer.text.includes('toldby the other'));
});

test('opening another database lets go of the first, and its fate no longer matters', async () => {
  const [tab, other] = [await openTab(), await openTab()];
  await tab.evaluate(() => globalThis.open('first'));
  await tab.evaluate(() => globalThis.open('second'));
  const erased = await other.evaluate(() => globalThis.erase('first'));
  const written = await tab.evaluate(() => globalThis.enqueue('into the second'));
  assert.deepEqual([erased.number, written.number], [0, 0]);
  assert.equal(await tab.evaluate(() => globalThis.closings), 0);
});

// A tab that ignores the wish to let go, as one of another program version might.
async function holdDatabase(tab, name) {
  await tab.evaluate((held) => new Promise((resolve) => {
    const opening = indexedDB.open(held, 1);
    opening.onsuccess = () => {
      globalThis.held = opening.result;
      resolve();
    };
  }), name);
}

test('erasing a held database ends as closed; opening meanwhile too, and leaves nothing open',
  async () => {
    const [holder, eraser, late] = [await openTab(), await openTab(), await openTab()];
    await holdDatabase(holder, 'held');
    const [erased, opened] = await Promise.all([
      eraser.evaluate(() => globalThis.erase('held')),
      late.evaluate(() => globalThis.open('held')),
    ]);
    assert.deepEqual([erased.number, opened.number], [4, 4]);
    // Both wishes come true now; the late database was given up at once, so erasing succeeds.
    await holder.evaluate(() => globalThis.held.close());
    const again = await eraser.evaluate(() => globalThis.erase('held'));
    assert.equal(again.number, 0);
    const write = await late.evaluate(() => globalThis.enqueue('nowhere'));
    assert.equal(write.number, 4);
  });

test('a tab whose data the browser cleared is told at once', async () => {
  const tab = await openTab();
  const tools = await context.newCDPSession(tab);
  await tools.send('Storage.clearDataForOrigin', { origin: address, storageTypes: 'indexeddb' });
  await tab.waitForFunction(() => globalThis.closings === 1);
  const write = await tab.evaluate(() => globalThis.enqueue('too late'));
  assert.equal(write.number, 4);
});

test('forbidden storage is answered as failed, at once', async () => {
  const tab = await openTab();
  const answer = await tab.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('storage is forbidden', 'SecurityError');
    };
    return globalThis.ask(0, 'other', '', new Uint8Array());
  });
  assert.equal(answer.number, 3);
});

test('a tab learns that another tab erased the database', async () => {
  const [holder, eraser] = [await openTab(), await openTab()];
  const erased = await eraser.evaluate(() => globalThis.ask(3, 'person', '', new Uint8Array()));
  assert.equal(erased.number, 0);
  const write = await holder.evaluate(() => globalThis.enqueue('too late'));
  assert.equal(write.number, 4);
});

test('what was enqueued survives a killed browser', async () => {
  const tab = await openTab();
  const { text } = await tab.evaluate(() => globalThis.enqueue('the last change'));
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  process.kill(processInfo.find((each) => each.type === 'browser').id, 'SIGKILL');
  await context.close().catch(() => {});
  context = await chromium.launchPersistentContext(profile, browserOptions);
  const page = await openTab();
  const answer = await page.evaluate(() => globalThis.ask(0, 'person', '', new Uint8Array()));
  assert.ok(answer.text.includes(`q/${text.padStart(12, '0')}the last change`));
});
