// The chores screen, with nothing but roles and accessible names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { addChore, addStep, card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

async function openChores(options = {}) {
  const page = await stage.openHome({ section: 'Chores', ...options });
  await page.getByRole('heading', { name: 'Manage Chores', level: 1 }).waitFor();
  return page;
}

async function expectStats(page, total, predefined, random) {
  for (const [name, count] of [['Total Chores', total], ['Predefined', predefined],
    ['Random', random]]) {
    await page.getByRole('group', { name, exact: true }).getByText(String(count), { exact: true })
      .waitFor();
  }
}

test('chores are added, counted, edited and deleted', async () => {
  const page = await openChores();
  await page.getByRole('heading', { name: 'No chores added yet' }).waitFor();
  await addChore(page, { name: 'Dishes', frequency: 'Daily', type: 'Predefined Rotation',
    points: 7 });
  await addChore(page, { name: 'Windows', frequency: 'Monthly', points: 1 });
  await card(page, 'Dishes').getByText('Daily, 7 points').waitFor();
  await card(page, 'Windows').getByText('Monthly, 1 point', { exact: true }).waitFor();
  await card(page, 'Dishes').getByText('Predefined').waitFor();
  await expectStats(page, 2, 1, 1);

  await page.getByRole('button', { name: 'Edit Windows' }).click();
  await page.getByRole('heading', { name: 'Edit Chore' }).waitFor();
  await eventually(() => page.getByLabel('Chore Name').inputValue(), 'Windows');
  await eventually(() => page.getByLabel('Points', { exact: true }).inputValue(), '1');
  await eventually(() => page.getByRole('radio', { name: 'Monthly' }).isChecked(), true);
  await page.getByLabel('Chore Name').fill('Windows and doors');
  await page.getByRole('radio', { name: 'Predefined Rotation' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await card(page, 'Windows and doors').getByText('Predefined').waitFor();
  await expectStats(page, 2, 2, 0);
  // Editing is undone exactly.
  await page.getByRole('button', { name: 'Undo' }).click();
  await card(page, 'Windows').waitFor();
  await expectStats(page, 2, 1, 1);

  await page.getByRole('button', { name: 'Delete Dishes' }).click();
  const question = page.getByRole('dialog', { name: 'Delete Dishes?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  await card(page, 'Dishes').waitFor();
  await page.getByRole('button', { name: 'Delete Dishes' }).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await card(page, 'Dishes').waitFor({ state: 'detached' });
  await expectStats(page, 1, 0, 1);
});

test('bad input is refused at its field and nothing that was typed is lost', async () => {
  const page = await openChores();
  await page.getByRole('button', { name: 'Add New Chore' }).click();
  const name = page.getByLabel('Chore Name');
  const points = page.getByLabel('Points', { exact: true });
  await eventually(() => points.inputValue(), '5');
  const weekly = page.getByRole('radio', { name: 'Weekly', exact: true });
  await eventually(() => weekly.isChecked(), true);
  await eventually(() => page.getByRole('radio', { name: 'Random Assignment' }).isChecked(), true);
  await name.fill('   ');
  for (const [typed, message] of [['0', 'Points must be at least 1.'],
    ['-3', 'Points must be at least 1.'], ['21', 'Points must be at most 20.'],
    ['', 'Points must be a whole number from 1 to 20.']]) {
    await points.fill(typed);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: message }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'Chore Name is required.' }).waitFor();
    const invalid = page.locator('[aria-invalid="true"]');
    for (const field of [points, name]) await field.and(invalid).waitFor();
  }
  await name.fill('x'.repeat(201));
  await points.fill('5');
  await page.getByRole('alert').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').filter({ hasText: '200' }).waitFor();
  // Another screen and back: the draft is still there.
  await name.fill('Clean the oven');
  await page.getByRole('radio', { name: 'Bi-weekly' }).check();
  await openSection(page, 'Roommates');
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  await openSection(page, 'Chores');
  await eventually(() => name.inputValue(), 'Clean the oven');
  await eventually(() => page.getByRole('radio', { name: 'Bi-weekly' }).isChecked(), true);
  await page.getByRole('button', { name: 'Save' }).click();
  await card(page, 'Clean the oven').getByText('Bi-weekly, 5 points').waitFor();
  // Cancelling throws the next draft away.
  await page.getByRole('button', { name: 'Add New Chore' }).click();
  await name.fill('Nothing');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add New Chore' }).click();
  await eventually(() => name.inputValue(), '');
});

test('the button that opens the form of a new chore closes it again', async () => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    const page = await openChores({ chores: [{ name: 'Windows' }], viewport });
    const add = page.getByRole('button', { name: 'Add New Chore' });
    const cancel = page.getByRole('button', { name: 'Cancel' });
    const before = await add.boundingBox();
    await add.click();
    await page.getByLabel('Chore Name').fill('Nothing');
    await add.waitFor({ state: 'detached' });
    await eventually(() => cancel.count(), 1);
    const after = await cancel.boundingBox();
    assert.equal(after.y, before.y);
    assert.equal(after.x + after.width, before.x + before.width);
    await cancel.click();
    await page.getByLabel('Chore Name').waitFor({ state: 'detached' });
    await add.and(page.locator(':focus')).click();
    await eventually(() => page.getByLabel('Chore Name').inputValue(), '');
    await page.context().close();
  }
});

async function expectSteps(page, chore, names) {
  const steps = card(page, chore).getByRole('listitem');
  for (const [place, name] of names.entries()) {
    await steps.nth(place).getByText(name, { exact: true }).waitFor();
    await steps.nth(place).getByText(String(place + 1), { exact: true }).waitFor();
  }
  await eventually(() => steps.count(), names.length);
}

test('the steps of one chore at a time are added, renamed, ordered and deleted', async () => {
  const page = await openChores();
  await addChore(page, { name: 'Bathroom' });
  await addChore(page, { name: 'Kitchen' });
  await card(page, 'Kitchen').getByRole('button', { name: 'Manage Sub-tasks' }).click();
  await page.getByText('No sub-tasks yet').waitFor();
  await card(page, 'Bathroom').getByRole('button', { name: 'Manage Sub-tasks' }).click();
  await card(page, 'Kitchen').getByRole('button', { name: 'Manage Sub-tasks' }).waitFor();
  for (const step of ['Shower', 'Toilet', 'Mirror']) await addStep(page, step);
  await page.getByText('3 sub-tasks').waitFor();
  await expectSteps(page, 'Bathroom', ['Shower', 'Toilet', 'Mirror']);

  // By menu and by arrow key.
  await page.getByRole('button', { name: 'Move Mirror' }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') ===
    'Move Mirror');
  await expectSteps(page, 'Bathroom', ['Shower', 'Mirror', 'Toilet']);
  await page.keyboard.press('ArrowUp');
  await page.getByText('Mirror is now number 1').waitFor({ state: 'attached' });
  await expectSteps(page, 'Bathroom', ['Mirror', 'Shower', 'Toilet']);

  await page.getByRole('button', { name: 'Edit Shower' }).click();
  const field = page.getByRole('dialog', { name: 'Edit Sub-task' }).getByLabel('Sub-task Name');
  await eventually(() => field.inputValue(), 'Shower');
  await field.fill('');
  await field.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Sub-task Name is required.' }).waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Delete Toilet' }).click();
  await page.getByText('2 sub-tasks').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('3 sub-tasks').waitFor();
  await expectSteps(page, 'Bathroom', ['Mirror', 'Shower', 'Toilet']);
});

// Presses the handle, carries it to `y` in steps as a hand does, and lets go.
async function dragTo(page, handle, y, { isLetGo = true } = {}) {
  const box = await handle.boundingBox();
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 8 });
  if (isLetGo) await page.mouse.up();
}

const middle = async (locator) => {
  const box = await locator.boundingBox();
  return box.y + box.height / 2;
};

test('a step is dragged to its place, and a drag presses nothing', async () => {
  const page = await openChores();
  await addChore(page, { name: 'Bathroom' });
  await card(page, 'Bathroom').getByRole('button', { name: 'Manage Sub-tasks' }).click();
  for (const step of ['Shower', 'Toilet', 'Mirror']) await addStep(page, step);
  const handle = (name) => page.getByRole('button', { name: `Move ${name}`, exact: true });

  await dragTo(page, handle('Mirror'), await middle(handle('Shower')));
  await page.getByText('Mirror is now number 1').waitFor({ state: 'attached' });
  await expectSteps(page, 'Bathroom', ['Mirror', 'Shower', 'Toilet']);
  // Far below its list it becomes the last one.
  await dragTo(page, handle('Mirror'), await middle(handle('Toilet')) + 300);
  await page.getByText('Mirror is now number 3').waitFor({ state: 'attached' });
  await expectSteps(page, 'Bathroom', ['Shower', 'Toilet', 'Mirror']);

  // Given up with Escape, and carried back to where it was: nothing moves, no menu opens.
  await dragTo(page, handle('Mirror'), await middle(handle('Shower')), { isLetGo: false });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectSteps(page, 'Bathroom', ['Shower', 'Toilet', 'Mirror']);
  const home = await middle(handle('Mirror'));
  await dragTo(page, handle('Mirror'), await middle(handle('Shower')), { isLetGo: false });
  const box = await handle('Mirror').boundingBox();
  await page.mouse.move(box.x + box.width / 2, home, { steps: 4 });
  await page.mouse.up();
  await expectSteps(page, 'Bathroom', ['Shower', 'Toilet', 'Mirror']);
  assert.equal(await page.getByRole('menuitem').count(), 0);
  await handle('Mirror').click();
  await page.getByRole('menuitem', { name: 'Move up' }).waitFor();
});

test('a finger drags a step by its handle and the page does not scroll', async () => {
  const page = await openChores({ viewport: { width: 390, height: 844 }, hasTouch: true,
    isMobile: true });
  await addChore(page, { name: 'Bathroom' });
  await card(page, 'Bathroom').getByRole('button', { name: 'Manage Sub-tasks' }).click();
  for (const step of ['Shower', 'Toilet', 'Mirror']) await addStep(page, step);
  const handle = (name) => page.getByRole('button', { name: `Move ${name}`, exact: true });
  const from = await handle('Shower').boundingBox();
  const goal = await middle(handle('Mirror'));
  const x = from.x + from.width / 2;
  const start = from.y + from.height / 2;
  const client = await page.context().newCDPSession(page);
  const touch = (type, y) => client.send('Input.dispatchTouchEvent',
    { type, touchPoints: y === null ? [] : [{ x, y }] });
  await touch('touchStart', start);
  for (let step = 1; step <= 8; step += 1) {
    await touch('touchMove', start + ((goal - start) * step) / 8);
  }
  await touch('touchEnd', null);
  await page.getByText('Shower is now number 3').waitFor({ state: 'attached' });
  await expectSteps(page, 'Bathroom', ['Toilet', 'Mirror', 'Shower']);
  assert.equal(await page.getByRole('menuitem').count(), 0);
  // Nothing was scrolled: what stood in the first place stands where the finger began.
  assert.ok(Math.abs(await middle(handle('Toilet')) - start) < 2);
});

test('the keyboard alone adds a chore and its steps', async () => {
  const page = await openChores();
  await page.getByRole('button', { name: 'Add New Chore' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute('aria-label') === 'Chore Name');
  await page.keyboard.type('Plants');
  await page.keyboard.press('Enter');
  await card(page, 'Plants').getByRole('button', { name: 'Manage Sub-tasks' }).press('Space');
  await page.getByRole('button', { name: 'Add Sub-task' }).press('Enter');
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute('aria-label') === 'Sub-task Name');
  await page.keyboard.type('Water');
  await page.keyboard.press('Enter');
  await page.getByText('1 sub-task', { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Add Sub-task');
});

test('axe finds nothing and nothing is cut off on phone and desktop, light and dark', async () => {
  const sizes = [{ width: 320, height: 640 }, { width: 390, height: 844 },
    { width: 1280, height: 800 }];
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await openChores({ viewport, colorScheme });
      assert.deepEqual(await axeViolations(page), []);
      await addChore(page, { name: 'B'.repeat(200), steps: ['W'.repeat(300)] });
      await page.getByRole('button', { name: 'Manage Sub-tasks' }).click();
      await page.getByRole('button', { name: 'Add New Chore' }).click();
      assert.deepEqual(await axeViolations(page), []);
      const room = await page.getByRole('main').evaluate((main) => {
        const edge = main.getBoundingClientRect().right + 1;
        return [...main.querySelectorAll('button, input, h2, h3, li')]
          .filter((each) => each.getBoundingClientRect().right > edge).length;
      });
      assert.equal(room, 0);
      await page.context().close();
    }
  }
});
