// The main story by keyboard alone: Tab, arrows, Enter, Space, Escape and typing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, exampleChores } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const mostStops = 120;

const stage = setStage();

const isFocused = async (target) =>
  await target.count() === 1 && target.evaluate((node) => node === document.activeElement);

// Tab by Tab to what has this role and name; it must then lie within the window.
async function reach(page, target) {
  for (let stop = 0; stop < mostStops; ++stop) {
    if (await isFocused(target)) {
      const place = await target.boundingBox();
      const { width, height } = page.viewportSize();
      assert.ok(place.x >= 0 && place.y >= 0 && place.x + place.width <= width
        && place.y + place.height <= height, `${target} is focused out of sight`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`no Tab leads to ${target}`);
}

async function press(page, role, name, key = 'Enter') {
  const target = page.getByRole(role, { name, exact: true });
  await target.waitFor();
  await reach(page, target);
  await page.keyboard.press(key);
}

async function type(page, label, text) {
  const field = page.getByLabel(label, { exact: true });
  await reach(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

// One stop for the whole group, arrows within it.
async function choose(page, name) {
  const wanted = page.getByRole('radio', { name, exact: true });
  const isInGroup = () => wanted.evaluate((node) =>
    node.closest('[role="radiogroup"]').contains(document.activeElement));
  for (let stop = 0; stop < mostStops && !await isInGroup(); ++stop) {
    await page.keyboard.press('Tab');
  }
  for (let step = 0; step < 8 && !await wanted.isChecked(); ++step) {
    const before = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((node) => node !== document.activeElement, before);
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-checked') === 'true'
      || document.activeElement.checked === true);
  }
  await eventually(() => wanted.isChecked(), true);
}

async function go(page, section, title) {
  await press(page, 'link', section);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

async function addChore(page, { name, frequency, type: kind, points, steps }) {
  await press(page, 'button', 'Add New Chore');
  await page.getByLabel('Chore Name').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(name);
  await choose(page, frequency);
  if (kind !== undefined) await choose(page, kind);
  await type(page, 'Points', String(points));
  await press(page, 'button', 'Save');
  await card(page, name).waitFor();
  const manage = card(page, name).getByRole('button', { name: 'Manage Sub-tasks' });
  await reach(page, manage);
  await page.keyboard.press('Enter');
  for (const step of steps) {
    await press(page, 'button', 'Add Sub-task');
    await page.getByLabel('Sub-task Name').and(page.locator(':focus')).waitFor();
    await page.keyboard.type(step);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Edit ${step}` }).waitFor();
    await page.getByRole('button', { name: 'Add Sub-task' }).and(page.locator(':focus')).waitFor();
  }
  await press(page, 'button', 'Hide Sub-tasks');
}

test('a home is started, filled, divided and ticked off without a pointer', async () => {
  const page = await stage.openPage('/');
  await press(page, 'button', 'Start a household');
  await page.getByRole('dialog', { name: 'Start a household' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start a household' }).and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Start a household' }).waitFor();
  await type(page, 'Household name', 'Maple Street');
  await type(page, 'Your name', 'Ana');
  await press(page, 'button', 'Create household');
  await saved(page).waitFor();

  await go(page, 'Roommates', 'Manage Roommates');
  for (const name of ['Ben', 'Chi', 'Dev', 'Eve']) {
    await type(page, 'Name', name);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
  }
  await go(page, 'Chores', 'Manage Chores');
  for (const chore of exampleChores) {
    await addChore(page, { ...chore, steps: chore.steps.slice(0, 2) });
  }
  await go(page, 'Assignments', 'Chore Assignments');
  await press(page, 'button', 'Assign Chores');
  for (const { name } of exampleChores) await card(page, name).waitFor();
  await press(page, 'checkbox', 'Kitchen bin', 'Space');
  await card(page, 'Trash').getByText('50% (1 of 2 completed)').waitFor();
  await press(page, 'checkbox', 'Bathroom bin', 'Space');
  const done = (name, pressed) => card(page, name)
    .getByRole('button', { name: 'Mark done', pressed });
  await done('Trash', true).waitFor();
  await reach(page, done('Dishes', false));
  await page.keyboard.press('Enter');
  await done('Dishes', true).waitFor();
  await press(page, 'button', 'Undo');
  await done('Dishes', false).waitFor();
  await saved(page).waitFor();
});
