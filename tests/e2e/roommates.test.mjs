// The roommates screen, with nothing but roles and accessible names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

async function openRoommates(options = {}) {
  const page = await stage.openHome({ person: 'Olga', section: 'Roommates',
    reducedMotion: 'no-preference', ...options });
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  return page;
}

async function add(page, name) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add Roommate' }).click();
}

test('names in any script are added once and the field is cleared', async () => {
  const page = await openRoommates();
  for (const name of ['Ana', 'Ben Müller', '日本', 'العربية', 'Dev 👩‍👩‍👧']) {
    await add(page, name);
    await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
    await eventually(() => page.getByLabel('Name', { exact: true }).inputValue(), '');
  }
  await eventually(() => page.getByRole('listitem').count(), 6);
  await page.getByText('Total Roommates: 6').waitFor();
});

test('a refused name is explained at the field and stays there', async () => {
  const page = await openRoommates();
  await add(page, 'Ana');
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  await add(page, 'ANA');
  await page.getByRole('alert').waitFor();
  const field = page.getByLabel('Name', { exact: true });
  await eventually(() => field.inputValue(), 'ANA');
  await eventually(() => field.getAttribute('aria-invalid'), 'true');
  await eventually(() => page.getByRole('listitem').count(), 2);
});

test('the keyboard alone adds and renames', async () => {
  const page = await openRoommates();
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Edit Ana' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('listitem').getByLabel('Name', { exact: true });
  await field.waitFor();
  await field.fill('Anna');
  await page.getByRole('button', { name: 'Save' }).press('Space');
  await page.getByRole('heading', { name: 'Anna', level: 2 }).waitFor();
});

const cardOf = (page, name) => page.getByRole('listitem').filter({
  has: page.getByRole('heading', { name, exact: true }),
});

test('colour, share of the work and days away are edited, and refused where they do not fit',
  async () => {
    const page = await openRoommates();
    await add(page, 'Ana');
    await cardOf(page, 'Ana').getByText('Current Cycle Points: 0').waitFor();
    await cardOf(page, 'Ana').getByText('100% of the work').waitFor();
    await cardOf(page, 'Olga').getByText('You', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Edit Ana' }).click();
    const card = cardOf(page, 'Ana');
    await card.getByRole('radio', { name: 'Cobalt' }).check();
    const weight = card.getByLabel('Weight', { exact: true });
    await weight.fill('101');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByRole('alert').filter({ hasText: 'Weight must be at most 100.' }).waitFor();
    await eventually(() => weight.inputValue(), '101');
    await weight.fill('50');

    await card.getByRole('button', { name: 'Add dates' }).click();
    await card.getByLabel('First day away', { exact: true }).fill('2099-03-20');
    await card.getByLabel('Last day away', { exact: true }).fill('2099-03-10');
    await card.getByRole('button', { name: 'Add away dates' }).click();
    await card.getByRole('alert').filter({ hasText: 'Last day away must not be before' }).waitFor();
    await card.getByLabel('Last day away', { exact: true }).fill('2099-03-27');
    await card.getByRole('button', { name: 'Add away dates' }).click();
    await card.getByRole('button', { name: /^Remove .*Mar 20 to .*Mar 27/ }).waitFor();
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('50% of the work').waitFor();
    await card.getByText(/^Away .*Mar 20 to .*Mar 27/).waitFor();

    await page.getByRole('button', { name: 'Edit Ana' }).click();
    await eventually(() => card.getByRole('radio', { name: 'Cobalt' }).isChecked(), true);
    await card.getByRole('button', { name: /^Remove / }).click();
    await card.getByRole('button', { name: /^Remove / }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await card.getByRole('button', { name: /^Remove / }).waitFor();
  });

test('somebody moves out after a question', async () => {
  const page = await openRoommates();
  await add(page, 'Ana');
  await page.getByRole('button', { name: 'Edit Ana' }).click();
  await page.getByRole('button', { name: 'Move out' }).click();
  const question = page.getByRole('dialog', { name: 'Ana moves out?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Move out' }).click();
  await question.getByRole('button', { name: 'Move out' }).click();
  await cardOf(page, 'Ana').waitFor({ state: 'detached' });
  await page.getByText('Total Roommates: 1').waitFor();
});

test('blank names add nothing, long ones are kept within their card', async () => {
  const page = await openRoommates({ viewport: { width: 320, height: 640 } });
  await add(page, '   ');
  await page.getByRole('alert').filter({ hasText: 'Name is required.' }).waitFor();
  await page.getByText('Total Roommates: 1').waitFor();
  await add(page, 'L'.repeat(101));
  await page.getByRole('alert').filter({ hasText: '100' }).waitFor();
  const longest = 'W'.repeat(100);
  await add(page, longest);
  await cardOf(page, longest).waitFor();
  await page.getByRole('button', { name: `Edit ${longest}` }).click();
  const overflowing = await page.getByRole('main').evaluate((main) => {
    const edge = main.getBoundingClientRect().right + 1;
    return [...main.querySelectorAll('button, input, h2, li, span')]
      .filter((each) => each.getBoundingClientRect().right > edge).length;
  });
  assert.equal(overflowing, 0);
});

test('axe finds nothing on phone and desktop, light and dark', async () => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await openRoommates({ viewport, colorScheme });
      await add(page, 'Ana');
      await page.getByRole('button', { name: 'Edit Ana' }).click();
      await page.getByRole('button', { name: 'Add dates' }).click();
      await page.getByLabel('First day away', { exact: true }).waitFor();
      assert.deepEqual(await axeViolations(page), []);
      await page.context().close();
    }
  }
});
