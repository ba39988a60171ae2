// The network half of the bridge in a real browser: requests, the live stream, locks, tabs, timers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { EventLines } from '../../web/network.js';
import { browserOptions } from './lib/browser.mjs';
import { serveModules } from './lib/module_page.mjs';

const kind = { http: 31, stream: 32, lock: 33, channel: 34, timer: 35 };
const insecureHost = 'home.test';
const streams = [];
let server;
let browser;
let context;

const readBody = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

async function answer(request, response) {
  switch (request.url) {
    case '/api/echo':
      response.statusCode = 503;
      response.setHeader('Retry-After', '7');
      response.end(JSON.stringify({
        method: request.method,
        type: request.headers['content-type'],
        csrf: request.headers['x-csrf-token'],
        cookie: request.headers.cookie,
        body: await readBody(request),
      }));
      break;
    case '/api/events':
      response.setHeader('Content-Type', 'text/event-stream');
      response.write(': open\n\n');
      streams.push(response);
      break;
    case '/api/signed-out':
      response.statusCode = 401;
      response.end('{}');
      break;
    default: // /api/silent: never answers
  }
}

before(async () => {
  server = await serveModules(['network.js'], answer);
  browser = await chromium.launch({
    ...browserOptions,
    args: [...browserOptions.args, `--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`],
  });
  context = await browser.newContext();
  context.setDefaultTimeout(10000);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function openTab(address = server.address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(async () => {
    const { Network } = await import('/network.js');
    globalThis.events = [];
    globalThis.network = new Network((kindOfEvent, event) => {
      const text = event.text ?? (event.bytes ? new TextDecoder().decode(event.bytes) : '');
      globalThis.events.push({ ...event, kind: kindOfEvent, text, bytes: undefined });
    });
    globalThis.encode = (text) => new TextEncoder().encode(text);
  });
  return page;
}

// The events of a kind, once there are `count` of them.
async function events(page, wanted, count) {
  await page.waitForFunction(([kindWanted, least]) => {
    const { length } = globalThis.events.filter((event) => event.kind === kindWanted);
    return length >= least;
  }, [wanted, count]);
  return page.evaluate((kindWanted) =>
    globalThis.events.filter((event) => event.kind === kindWanted), wanted);
}

test('an event stream is read alike wherever its bytes are cut', () => {
  const text = ': a comment\r\n\r\ndata: één\ndata: two\n\n' +
    'event: x\rdata:3\r\rdata: 👩‍👩‍👧\r\n\r\n';
  const bytes = new TextEncoder().encode(text);
  const wanted = ['één\ntwo', '3', '👩‍👩‍👧'];
  for (let first = 0; first <= bytes.length; first += 1) {
    for (let second = first; second <= bytes.length; second += 1) {
      const seen = [];
      const lines = new EventLines((data) => seen.push(data));
      lines.take(bytes.subarray(0, first));
      lines.take(bytes.subarray(first, second));
      lines.take(bytes.subarray(second));
      assert.deepEqual(seen, wanted, `cut at ${first} and ${second}`);
    }
  }
});

test('a request carries JSON, token and cookie; its answer status and patience', async () => {
  const page = await openTab();
  await page.evaluate(() => {
    document.cookie = 'rr=secret';
    const body = globalThis.encode('{"a":"é"}');
    globalThis.network.send(5, 'POST', '/api/echo', body, 'token', 60000);
  });
  const [event] = await events(page, kind.http, 1);
  assert.deepEqual([event.token, event.number, event.x], [5, 503, 7]);
  assert.deepEqual(JSON.parse(event.text), {
    method: 'POST',
    type: 'application/json',
    csrf: 'token',
    cookie: 'rr=secret',
    body: '{"a":"é"}',
  });
});

test('a silent server, a missing one and a cancelled request end as they should', async () => {
  const page = await openTab();
  await page.evaluate(() => {
    const nothing = new Uint8Array();
    globalThis.network.send(1, 'GET', '/api/silent', nothing, '', 50);
    globalThis.network.send(2, 'GET', 'http://127.0.0.1:1/', nothing, '', 60000);
    globalThis.network.send(3, 'GET', '/api/silent', nothing, '', 60000);
    globalThis.network.cancel(3);
  });
  const ended = await events(page, kind.http, 2);
  assert.deepEqual(ended.map((event) => event.token).sort(), [1, 2]);
  assert.deepEqual(ended.map((event) => event.number), [0, 0]);
});

test('the live stream opens, gives its events, and says how it ended', async () => {
  const page = await openTab();
  await page.evaluate(() => void globalThis.network.openStream(1, '/api/events'));
  await events(page, kind.stream, 1);
  const stream = streams.at(-1);
  stream.write('data: {"scope":"a"}\n\n: alive\n\nda');
  stream.end('ta: {"scope":"b"}\n\n');
  const all = await events(page, kind.stream, 4);
  assert.deepEqual(all.map((event) => [event.number, event.text]),
    [[1, ''], [2, '{"scope":"a"}'], [2, '{"scope":"b"}'], [3, '']]);
  await page.evaluate(() => void globalThis.network.openStream(2, '/api/signed-out'));
  const refused = (await events(page, kind.stream, 5)).at(-1);
  assert.deepEqual([refused.token, refused.number, refused.x], [2, 3, 401]);
});

test('a stream that was closed by the program says nothing more', async () => {
  const page = await openTab();
  await page.evaluate(() => void globalThis.network.openStream(1, '/api/events'));
  await events(page, kind.stream, 1);
  const stream = streams.at(-1);
  const gone = new Promise((resolve) => stream.once('close', resolve));
  await page.evaluate(() => globalThis.network.closeStream(1));
  await gone;
  await page.evaluate(() => void globalThis.network.openStream(2, '/api/signed-out'));
  const all = await events(page, kind.stream, 2);
  assert.deepEqual(all.map((event) => event.token), [1, 2]);
});

test('a lock is held by one tab, passes on, and can be stolen', async () => {
  const [first, second] = [await openTab(), await openTab()];
  const request = (page, isSteal) => page.evaluate((steal) =>
    globalThis.network.requestLock(1, 'profile', steal), isSteal);
  await request(first, false);
  assert.equal((await events(first, kind.lock, 1))[0].number, 1);
  await request(second, false);
  assert.equal(await second.evaluate(() => globalThis.events.length), 0);
  await first.evaluate(() => globalThis.network.releaseLock(1));
  assert.equal((await events(second, kind.lock, 1))[0].number, 1);
  await request(first, true);
  assert.deepEqual((await events(first, kind.lock, 2)).map((event) => event.number), [1, 1]);
  assert.deepEqual((await events(second, kind.lock, 2)).map((event) => event.number), [1, 0]);
});

test('a closed tab gives its lock to the next one', async () => {
  const [first, second] = [await openTab(), await openTab()];
  const request = (page) => page.evaluate(() => globalThis.network.requestLock(1, 'heir', false));
  await request(first);
  await events(first, kind.lock, 1);
  await request(second);
  await first.close();
  assert.equal((await events(second, kind.lock, 1))[0].number, 1);
});

test('without a secure context there are no locks, and the program is told', async () => {
  const page = await openTab(`http://${insecureHost}:${server.port}`);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await page.evaluate(() => globalThis.network.requestLock(1, 'profile', false));
  assert.equal((await events(page, kind.lock, 1))[0].number, -1);
});

test('tabs hear each other, not themselves', async () => {
  const [first, second] = [await openTab(), await openTab()];
  for (const page of [first, second]) {
    await page.evaluate(() => globalThis.network.openChannel('profile'));
  }
  await first.evaluate(() => globalThis.network.postToChannel(globalThis.encode('one')));
  assert.equal((await events(second, kind.channel, 1))[0].text, 'one');
  await second.evaluate(() => globalThis.network.postToChannel(globalThis.encode('two')));
  const heard = await events(first, kind.channel, 1);
  assert.deepEqual(heard.map((event) => event.text), ['two']);
});

test('a timer fires once, a stopped or replaced one never, a far one later', async () => {
  const page = await openTab();
  await page.evaluate(() => {
    const { network } = globalThis;
    network.startTimer(1, 1e12); // beyond what a browser can wait: must not fire at once
    network.startTimer(2, 20);
    network.stopTimer(2);
    network.startTimer(3, 60000);
    network.startTimer(3, 30);
  });
  assert.deepEqual((await events(page, kind.timer, 1)).map((event) => event.token), [3]);
});
