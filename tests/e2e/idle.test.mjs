// At rest the program asks for no frame and draws nothing, whatever is open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWork, stillFor } from './lib/at_rest.mjs';
import { addRoommate, openSection } from './lib/chores.mjs';
import { startHousehold } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

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
  await context.addInitScript(countWork);
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
  const { before, after } = await stillFor(pages.map(([, page]) => page));
  pages.forEach(([name], i) => {
    assert.ok(before[i].draws > 0, name);
    assert.deepEqual(after[i], before[i], name);
  });
  await context.close();
});
