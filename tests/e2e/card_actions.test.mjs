// What cards offer without their buttons: a finger's swipe, and the menu under the right mouse
// button and the menu key.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { card } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { middleOf, swipe } from './lib/gallery.mjs';
import { phone, setStage } from './lib/stage.mjs';

const stage = setStage();

const button = (place, name) => place.getByRole('button', { name, exact: true });
const menuItems = (page, name) => page.getByRole('menu', { name, exact: true })
  .getByRole('menuitem');

// A finger on the card's middle that goes `part` of its width to the right.
async function swipeCard(page, name, part) {
  await card(page, name).scrollIntoViewIfNeeded();
  const { x, y, box } = await middleOf(card(page, name));
  const way = box.width * part;
  await swipe(page, { x: x - way / 2, y }, { x: x + way / 2, y });
}

const openAssignments = async (options) => {
  const page = await stage.openHome({ roommates: ['Ben'], section: 'Assignments',
    chores: [{ name: 'Oven' }, { name: 'Bath' }], ...options });
  await button(page, 'Assign Chores').click();
  await card(page, 'Oven').waitFor();
  await card(page, 'Bath').waitFor();
  return page;
};
const mark = (page, name, pressed) =>
  card(page, name).getByRole('button', { name: 'Mark done', pressed });

test('an assignment swiped to the right is done, and swiped again it is open', async () => {
  const page = await openAssignments(phone);
  await swipeCard(page, 'Oven', 0.6);
  await mark(page, 'Oven', true).waitFor();
  await button(page, 'Undo').tap();
  await mark(page, 'Oven', false).waitFor();
  await swipeCard(page, 'Oven', 0.6);
  await mark(page, 'Oven', true).waitFor();
  await swipeCard(page, 'Oven', 0.6);
  await mark(page, 'Oven', false).waitFor();
  await mark(page, 'Bath', false).waitFor();
});

test('a short swipe to the left leaves Swap as a button, and a tap elsewhere closes it',
  async () => {
    const page = await openAssignments(phone);
    const own = page.getByRole('region', { name: "Ana's Chores" }).getByRole('listitem').first();
    const name = await own.getByRole('heading').textContent();
    await swipeCard(page, name, -0.25);
    // Beside the one at the foot of the card.
    await eventually(() => button(own, 'Swap').count(), 2);
    await page.getByRole('heading', { name: 'Chore Assignments', level: 1 }).tap();
    await eventually(() => button(own, 'Swap').count(), 1);
    await swipeCard(page, name, -0.25);
    await eventually(() => button(own, 'Swap').count(), 2);
    await button(own, 'Swap').first().click();
    await page.getByRole('dialog', { name: /^Swap/ }).waitFor();
  });

test('a finger that goes up and down on a card scrolls, and does nothing to it', async () => {
  const page = await openAssignments(phone);
  const { x, y } = await middleOf(card(page, 'Oven'));
  await swipe(page, { x, y }, { x: x + 30, y: y - 200 });
  await page.waitForFunction((main) => [...main.querySelectorAll('*')]
    .some((each) => each.scrollTop > 0), await page.getByRole('main').elementHandle());
  await mark(page, 'Oven', false).waitFor();
});

test('the menu of an assignment has all that can be done, by mouse and by keys', async () => {
  const page = await openAssignments();
  await card(page, 'Oven').click({ button: 'right' });
  await menuItems(page, 'Oven').first().waitFor();
  const names = await menuItems(page, 'Oven').allInnerTexts();
  assert.equal(names[0], 'Mark done');
  assert.ok(names.includes('Skip') && names.some((each) => each.startsWith('Why')), names.join());
  assert.deepEqual(await axeViolations(page), []);
  await menuItems(page, 'Oven').filter({ hasText: 'Mark done' }).click();
  await mark(page, 'Oven', true).waitFor();
  // With the key, and the focus goes back to where it was.
  const why = card(page, 'Bath').getByRole('button', { name: /^Why/ });
  await why.focus();
  await page.keyboard.press('Shift+F10');
  await menuItems(page, 'Bath').first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await why.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('ContextMenu');
  await menuItems(page, 'Bath').first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await mark(page, 'Bath', true).waitFor();
  await why.and(page.locator(':focus')).waitFor();
});

test('chores: their menu and their swipes do what their buttons do', async () => {
  const page = await stage.openHome({ ...phone, section: 'Chores', chores: [{ name: 'Oven' }] });
  await swipeCard(page, 'Oven', 0.6);
  await page.getByRole('heading', { name: 'Edit Chore' }).waitFor();
  await button(page, 'Cancel').tap();
  await page.getByRole('heading', { name: 'Edit Chore' }).waitFor({ state: 'detached' });
  await swipeCard(page, 'Oven', -0.6);
  const question = page.getByRole('dialog', { name: 'Delete Oven?' });
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  const manage = button(card(page, 'Oven'), 'Manage Sub-tasks');
  await manage.click({ button: 'right' });
  await eventually(() => menuItems(page, 'Oven').allInnerTexts(),
    ['Manage Sub-tasks', 'Edit', 'Delete']);
  await menuItems(page, 'Oven').filter({ hasText: 'Delete' }).click();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  // From the menu through the question back to where the menu was asked for.
  await manage.and(page.locator(':focus')).waitFor();
  await manage.click({ button: 'right' });
  await menuItems(page, 'Oven').filter({ hasText: 'Manage Sub-tasks' }).click();
  await button(page, 'Add Sub-task').waitFor();
});

test('roommates: edited, sent away and moved out by their menu and swipes', async () => {
  const page = await stage.openHome({ ...phone, section: 'Roommates', roommates: ['Ben'] });
  await swipeCard(page, 'Ben', 0.6);
  await button(page, 'Save').waitFor();
  await button(page, 'Cancel').tap();
  await button(page, 'Edit Ben').waitFor();
  await card(page, 'Ben').click({ button: 'right' });
  await menuItems(page, 'Ben').filter({ hasText: 'Add dates' }).click();
  await page.getByLabel('First day away', { exact: true }).and(page.locator(':focus')).waitFor();
  await button(page, 'Cancel').tap();
  await swipeCard(page, 'Ben', -0.6);
  const question = page.getByRole('dialog', { name: 'Ben moves out?' });
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await swipeCard(page, 'Ben', -0.6);
  await button(question, 'Move out').press('Enter');
  await page.getByText('Total Roommates: 1').waitFor();
});
