// The browser's own search finds any text of a list, also in rows far out of sight, and what is
// drawn follows it there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { nameOf, openLongList } from './lib/many_rows.mjs';
import { openEye } from './lib/pixels.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
const rowCount = 240;
let page;
let eye;

before(async () => {
  page = await openLongList(stage, rowCount, { viewport: { width: 390, height: 844 } });
  eye = await openEye(stage.browser);
});
after(() => eye?.close());

const rest = () => page.evaluate(async () => {
  for (let frames = 0; frames < 8; frames += 1) await new Promise(requestAnimationFrame);
});

// From the top, the next place that has the words, brought into sight as Ctrl F does: find()
// selects it, and in a Chromium without a window leaves it where it is, in any page.
const find = (words) => page.evaluate((text) => {
  getSelection().removeAllRanges();
  const isFound = globalThis.find(text);
  if (isFound) getSelection().anchorNode.parentElement.scrollIntoView({ block: 'center' });
  return isFound;
}, words);

const topOf = (name) => card(page, name).evaluate((row) => row.getBoundingClientRect().top);

async function pictureOf(name) {
  await page.evaluate(() => getSelection().removeAllRanges());
  await rest();
  const { x, y, width, height } = await card(page, name).boundingBox();
  return page.screenshot({ clip: { x, y: Math.round(y), width, height } });
}

test('every row of a long list is in the page', async () => {
  assert.equal(await page.getByRole('list', { name: 'Chores' }).getByRole('listitem').count(),
    rowCount);
});

for (const number of [3, 77, 150, 238, 12]) {
  test(`"${nameOf(number)}" is found and scrolled into sight, and drawn there`, async () => {
    const name = nameOf(number);
    assert.equal(await find(name), true);
    await eventually(async () => {
      const top = await topOf(name);
      return top > 0 && top < 844 - 64;
    }, true);
    // What is drawn belongs to the row: it moves with it.
    const found = await pictureOf(name);
    const before = await topOf(name);
    await card(page, name).evaluate((row) => {
      const region = row.closest('[tabindex="0"]');
      region.scrollTop += region.scrollTop > 100 ? -40 : 40;
    });
    assert.notEqual(await topOf(name), before);
    assert.equal(await eye.changes(found, await pictureOf(name)), null);
    // And its words are drawn, which no other row has.
    const other = nameOf(number + 1);
    await card(page, other).evaluate((row) => row.scrollIntoView({ block: 'center' }));
    const changed = await eye.changes(found, await pictureOf(other));
    assert.ok(changed && changed.bottom < 70 && changed.left > 60, JSON.stringify(changed));
  });
}

test('what stands in a row beside its name is found too', async () => {
  assert.equal(await find('Weekly, 5 points'), true);
  assert.equal(await find('No such words anywhere'), false);
});

test('a long screen that is left and opened again stands at its top, as it is drawn', async () => {
  await openSection(page, 'Chores');
  await find(nameOf(1));
  const first = await pictureOf(nameOf(1));
  await find(nameOf(200));
  await openSection(page, 'Roommates');
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  await openSection(page, 'Chores');
  await card(page, nameOf(1)).waitFor();
  const top = await topOf(nameOf(1));
  assert.ok(top > 0 && top < 400, `it stands at ${top}`);
  assert.equal(await eye.changes(first, await pictureOf(nameOf(1))), null);
});
