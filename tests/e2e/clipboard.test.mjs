// Copying, cutting and pasting by keys, in fields and out of lists.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRoommate } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

async function openHome() {
  const page = await stage.openHome({ place: '/roommates' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page;
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

test('copy, cut and paste work in a field', async () => {
  const page = await openHome();
  const field = page.getByLabel('Name', { exact: true });
  await field.fill('Ana Luísa 日本');
  await field.press('Control+a');
  await field.press('Control+c');
  await eventually(() => clipboard(page), 'Ana Luísa 日本');
  await field.press('Control+x');
  await eventually(() => field.inputValue(), '');
  await page.evaluate(() => navigator.clipboard.writeText('From elsewhere'));
  await field.press('Control+v');
  await eventually(() => field.inputValue(), 'From elsewhere');
  await page.getByRole('button', { name: 'Add Roommate' }).click();
  await page.getByRole('heading', { name: 'From elsewhere', level: 2 }).waitFor();
});

test('a field has its own caret, selection and undo', async () => {
  const page = await openHome();
  const field = page.getByLabel('Name', { exact: true });
  await field.focus();
  await page.keyboard.type('Anna');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  const selection = () => field.evaluate((element) =>
    [element.selectionStart, element.selectionEnd]);
  await eventually(selection, [2, 3]);
  await page.keyboard.type('d');
  await eventually(() => field.inputValue(), 'Anda');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.waitForFunction((element) => element.value !== 'Anda', await field.elementHandle());
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await eventually(() => field.inputValue(), 'Anda');
  // What the field undid is what the program knows.
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Anda', level: 2 }).waitFor();
});

test('several rows of a list are selected by dragging, seen, and copied', async () => {
  const page = await openHome();
  for (const name of ['Ben', 'Chi', 'Dev']) await addRoommate(page, name);
  await page.reload();
  const first = page.getByRole('heading', { name: 'Ben', exact: true });
  const last = page.getByRole('heading', { name: 'Chi', exact: true });
  await last.waitFor();
  const from = await first.boundingBox();
  const to = await last.boundingBox();
  const clip = { x: from.x, y: from.y, width: from.width, height: from.height };
  const before = await page.screenshot({ clip });
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  const selected = await page.evaluate(() => getSelection().toString());
  assert.match(selected, /Ben[^]*Chi/);
  assert.notDeepEqual(await page.screenshot({ clip }), before);
  await page.keyboard.press('Control+c');
  await eventually(async () => /Ben[^]*Chi/.test(await clipboard(page)), true);
});
