// At rest the program asks for no frame and draws nothing, whatever is open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRoommate, openSection } from './lib/chores.mjs';
import { startHousehold } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

const restMs = 5000; // what is claimed: nothing happens for this long

function count() {
  globalThis.counts = { frames: 0, draws: 0 };
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => {
    globalThis.counts.frames += 1;
    return ask(callback);
  };
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function drawn(...rest) {
    globalThis.counts.draws += 1;
    return draw.apply(this, rest);
  };
}

// Two equal readings a second apart: messages are gone and motion is over.
const settle = (page) => page.waitForFunction(() => {
  const now = JSON.stringify(globalThis.counts);
  const isSame = now === globalThis.lastCounts;
  globalThis.lastCounts = now;
  return isSame;
}, undefined, { polling: 1000 });

const sections = ['Assignments', 'Roommates', 'Chores', 'Members', 'This device', 'Appearance'];
const states = [
  ...sections.map((name) => [name, (page) => openSection(page, name)]),
  ['a focused field', async (page) => {
    await openSection(page, 'Roommates');
    await page.getByLabel('Name', { exact: true }).fill('half a na');
  }],
  ['a dialog', async (page) => {
    await openSection(page, 'This device');
    await page.getByRole('button', { name: 'Erase this device' }).click();
    await page.getByRole('dialog').waitFor();
  }],
];

test('at rest no frame is asked for and nothing is drawn, on every screen', async () => {
  const context = await stage.browser.newContext();
  await context.addInitScript(count);
  const first = await stage.openTab(context, '/roommates');
  await startHousehold(first);
  await addRoommate(first, 'Ben');
  const pages = [];
  for (const [name, open] of states) {
    const page = await stage.openTab(context, '/roommates');
    await page.getByRole('heading', { name: 'Ben', level: 2 }).waitFor();
    await open(page);
    pages.push([name, page]);
  }
  for (const [, page] of pages) await settle(page);
  const read = ([name, page]) => page.evaluate((title) => ({ title, ...globalThis.counts }), name);
  const before = await Promise.all(pages.map(read));
  for (const { title, draws } of before) assert.ok(draws > 0, title);
  await first.waitForTimeout(restMs);
  assert.deepEqual(await Promise.all(pages.map(read)), before);
  await context.close();
});
