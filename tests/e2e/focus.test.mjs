// Where the keyboard is: the drawn ring is around what has the focus, Tab goes through everything
// in its order, dialogs keep and give back the focus, arrow keys move inside groups.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { openEye } from './lib/pixels.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
const ringReach = 8; // px that a ring may reach beyond the control's box
const chores = Array.from({ length: 9 }, (_, i) => ({ name: `Chore ${i + 1}`, points: i + 1 }));

let page;
let eye;

before(async () => {
  page = await stage.openHome({ chores, viewport: { width: 1200, height: 700 } });
  await openSection(page, 'Assignments');
  await press('Assign Chores');
  await card(page, 'Chore 9').waitFor();
  await saved(page).waitFor();
  // What was said has gone: nothing but the focus changes any more.
  await page.getByRole('region', { name: 'Notification' }).waitFor({ state: 'detached' });
  eye = await openEye(stage.browser);
});
after(() => eye?.close());

const press = (name) => page.getByRole('button', { name, exact: true }).first().click();
const isFocused = (target) => target.evaluate((node) => node === document.activeElement);
const hasFocus = (target) => eventually(async () =>
  await target.count() === 1 && isFocused(target), true);

// Measured places and pictures settle within a few frames.
const rest = () => page.evaluate(async () => {
  for (let frames = 0; frames < 6; frames += 1) await new Promise(requestAnimationFrame);
});

const focusedBox = () => page.evaluate(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const name = element.getAttribute('aria-label') || element.textContent || element.tagName;
  return { name: element === document.body ? 'BODY' : name,
    left: box.left, top: box.top, right: box.right, bottom: box.bottom };
});

// Goes on by Tab and looks at what changes on the screen when the stop's focus goes.
async function lookAtStop() {
  await page.keyboard.press('Tab');
  await rest();
  await page.keyboard.press('Escape'); // without its tooltip
  await rest();
  const box = await focusedBox();
  const shown = await page.screenshot({ caret: 'initial' });
  const stop = await page.evaluateHandle(() => document.activeElement);
  await stop.evaluate((element) => element.blur());
  await rest();
  const changed = await eye.changes(shown, await page.screenshot({ caret: 'initial' }));
  await stop.evaluate((element) => element.focus({ preventScroll: true }));
  return { box, changed };
}

const screens = [
  ['Assignments', '/assignments'], ['Chores', '/chores'], ['Roommates', '/roommates'],
  ['Fair division', '/settings/division'], ['This device', '/settings/device'],
  ['Appearance', '/settings/appearance'], ['Members', '/settings/members'],
];
for (const [section, path] of screens) {
  test(`on ${path} the ring is drawn around what has the focus`, async () => {
    await openSection(page, section);
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await eventually(async () => new URL(page.url()).pathname, path);
    const seen = [];
    // The first stops of the content, and some far down in what scrolls.
    await page.getByRole('button', { name: /^Profile/ }).focus();
    for (let stop = 0; stop < 14; stop += 1) {
      const { box, changed } = await lookAtStop();
      if (box.name === 'BODY') break; // round once
      seen.push(box.name);
      assert.ok(changed, `${box.name}: nothing shows the focus`);
      const far = Math.max(box.left - changed.left, box.top - changed.top,
        changed.right - box.right, changed.bottom - box.bottom);
      assert.ok(far <= ringReach, `${box.name}: ${JSON.stringify({ box, changed })}`);
      const isAtIt = changed.left < box.right && changed.right > box.left &&
        changed.top < box.bottom && changed.bottom > box.top;
      assert.ok(isAtIt, `${box.name}: ${JSON.stringify({ box, changed })}`);
    }
    assert.ok(seen.length >= 1, 'no stop was seen');
  });
}

// Every control of the tree that Tab can reach is reached, in the tree's order, and then the first
// one again.
test('Tab goes through the tree in its order', async () => {
  await openSection(page, 'Chores');
  await page.getByRole('button', { name: 'Edit Chore 1' }).waitFor();
  await rest();
  const expected = await page.evaluate(() => {
    const groups = new Set();
    return [...document.querySelectorAll('#layer :is(a[href], button, input, select, [tabindex])')]
      .filter((each) => each.tabIndex >= 0 && !each.disabled)
      .filter((each) => each.type !== 'radio' || each.checked || !groups.add(each.name))
      .map((each) => each.getAttribute('aria-label') || each.textContent || each.tagName);
  });
  await page.evaluate(() => document.activeElement.blur());
  await page.getByRole('link', { name: 'Assignments' }).focus();
  const reached = [];
  for (let stop = 0; stop < expected.length; stop += 1) {
    reached.push((await focusedBox()).name);
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(reached, expected);
});

const dialogs = [
  ['Assignments', 'Preview'], ['Assignments', 'Reset Cycle'], ['Assignments', 'Why me?'],
  ['Assignments', 'Search or go to'], ['Chores', 'My preferences'], ['Chores', 'Delete Chore 7'],
  ['This device', 'Erase this device'],
];
for (const [section, name] of dialogs) {
  test(`the dialog that "${name}" opens keeps the focus and gives it back`,
    async () => {
      await openSection(page, section);
      const opener = page.getByRole('button', { name, exact: true }).first();
      await opener.focus();
      await opener.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const isInside = () => dialog.evaluate((node) => node.contains(document.activeElement));
      await eventually(isInside, true);
      const stops = await dialog.evaluate((node) => [...node.querySelectorAll(
        'a[href], button, input, select, [tabindex]')].filter((each) => each.tabIndex >= 0).length);
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let stop = 0; stop < stops + 2; stop += 1) {
          await page.keyboard.press(key);
          assert.ok(await isInside(), `${key} led out`);
        }
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await hasFocus(opener);
    });
}

test('arrow keys, Home and End move in the navigation', async () => {
  const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link');
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  await hasFocus(links.nth(1));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await hasFocus(links.last());
  await page.keyboard.press('Home');
  await hasFocus(links.first());
  await page.keyboard.press('End');
  await hasFocus(links.last());
});

test('arrow keys choose in segments, and Tab leaves the group at once', async () => {
  await openSection(page, 'Assignments');
  const everyone = page.getByRole('radio', { name: 'Everyone' });
  const mine = page.getByRole('radio', { name: 'Mine' });
  await everyone.focus();
  await page.keyboard.press('ArrowRight');
  await hasFocus(mine);
  await eventually(() => mine.isChecked(), true);
  await page.keyboard.press('ArrowLeft');
  await hasFocus(everyone);
  await eventually(() => everyone.isChecked(), true);
  await page.keyboard.press('Tab');
  await eventually(() => page.evaluate(() => document.activeElement.type !== 'radio'), true);
});

test('arrow keys, Home and End move in a menu, Escape closes it where it was opened', async () => {
  await openSection(page, 'Assignments');
  const opener = card(page, 'Chore 5').getByRole('button', { name: 'More actions' });
  await opener.focus();
  await opener.press('Enter');
  const rows = page.getByRole('menuitem');
  await hasFocus(rows.first());
  await page.keyboard.press('ArrowDown');
  await hasFocus(rows.nth(1));
  await page.keyboard.press('End');
  await hasFocus(rows.last());
  await page.keyboard.press('ArrowDown');
  await hasFocus(rows.first());
  await page.keyboard.press('ArrowUp');
  await hasFocus(rows.last());
  await page.keyboard.press('Home');
  await hasFocus(rows.first());
  await page.keyboard.press('Escape');
  await hasFocus(opener);
});

test('arrow keys move in a list of results while the field keeps the focus', async () => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or go to' });
  await hasFocus(field);
  await page.keyboard.type('chore');
  const options = page.getByRole('option');
  await eventually(async () => (await options.allInnerTexts())
    .every((name) => /chore/i.test(name)), true);
  const chosen = page.getByRole('option', { selected: true });
  const at = (place) => eventually(async () =>
    await chosen.innerText() === await options.nth(place).innerText(), true);
  await at(0);
  await page.keyboard.press('ArrowDown');
  await at(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await at(await options.count() - 1);
  await hasFocus(field);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
});
