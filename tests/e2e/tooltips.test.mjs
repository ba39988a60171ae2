// Names of icon buttons, seen beside them: under the pointer and where the keyboard is, never by a
// finger, and heard once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { phone, setStage } from './lib/stage.mjs';

const stage = setStage();

const chores = [{ name: 'Oven' }];
// It is no second name: readers pass over it.
const tip = (page, name) => page.getByRole('tooltip', { includeHidden: true })
  .filter({ hasText: new RegExp(`^${name}$`) });
const button = (page, name) => page.getByRole('button', { name, exact: true });

test('the pointer brings the name, and it is heard once', async () => {
  const page = await stage.openHome({ chores, section: 'Chores' });
  const edit = button(page, 'Edit Oven');
  await edit.hover();
  await tip(page, 'Edit Oven').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  const heard = await page.getByRole('main').or(page.getByRole('tooltip')).ariaSnapshot();
  assert.equal(heard.match(/Edit Oven/g).length, 1);
  const [place, owner] = [await tip(page, 'Edit Oven').boundingBox(), await edit.boundingBox()];
  assert.ok(place.y >= owner.y + owner.height - 8 && place.y < owner.y + owner.height + 12,
    'it stands below its button');
  await button(page, 'Delete Oven').hover();
  await tip(page, 'Delete Oven').waitFor();
  assert.equal(await tip(page, 'Edit Oven').count(), 0);
  // A press is an answer: what it opens has no name of a button over it.
  await button(page, 'Delete Oven').click();
  await page.getByRole('dialog', { name: 'Delete Oven?' }).waitFor();
  assert.equal(await tip(page, 'Delete Oven').count(), 0);
});

test('the keyboard brings it at once, Escape takes it away', async () => {
  const page = await stage.openHome({ chores, section: 'Chores' });
  await button(page, 'Manage Sub-tasks').focus();
  await page.keyboard.press('Tab');
  await tip(page, 'Edit Oven').waitFor();
  await page.keyboard.press('Tab');
  await tip(page, 'Delete Oven').waitFor();
  assert.equal(await tip(page, 'Edit Oven').count(), 0);
  await page.keyboard.press('Escape');
  await tip(page, 'Delete Oven').waitFor({ state: 'detached' });
  // It is back when the focus is.
  await page.keyboard.press('Shift+Tab');
  await tip(page, 'Edit Oven').waitFor();
});

test('a dialog that opens brings none, though the focus is in it', async () => {
  const page = await stage.openHome({ chores, section: 'Chores' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const close = sheet.getByRole('button', { name: 'Close' });
  await close.and(page.locator(':focus')).waitFor();
  assert.equal(await tip(page, 'Close').count(), 0);
  await close.hover();
  await tip(page, 'Close').waitFor();
});

test('the head and the mark of an assignment have one, too', async () => {
  const page = await stage.openHome({ chores, section: 'Assignments' });
  await button(page, 'Assign Chores').click();
  await button(page, 'Notices').hover();
  await tip(page, 'Notices').waitFor();
  await button(page, 'Settings').hover();
  await tip(page, 'Settings').waitFor();
  const mark = button(page, 'Mark done');
  await mark.hover();
  await tip(page, 'Mark done').waitFor();
  const [place, owner] = [await tip(page, 'Mark done').boundingBox(), await mark.boundingBox()];
  assert.ok(place.x + place.width < owner.x + 8, 'it stands at the left of the mark');
});

test('a finger brings none', async () => {
  const page = await stage.openHome({ ...phone, chores, section: 'Chores' });
  await button(page, 'Edit Oven').tap();
  await page.getByRole('heading', { name: 'Edit Chore' }).waitFor();
  await button(page, 'Increase Points').tap();
  await button(page, 'Cancel').tap();
  await button(page, 'Edit Oven').waitFor();
  assert.equal(await page.getByRole('tooltip', { includeHidden: true }).count(), 0);
});
