// Forced colours: the canvas hides, and the mirror is what people see and use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { addChore, addRoommate, card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { startHousehold } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
const looks = { forcedColors: 'active' };

// Texts in the colour of their ground, and controls without words or a drawing.
function findUnseen() {
  const told = (element) => element.getAttribute('aria-label') ?? element.textContent;
  const unseen = [];
  const seen = 'h1, h2, h3, p, span, button, a, input, select';
  for (const element of document.querySelectorAll(seen)) {
    if (!element.checkVisibility() || told(element) === '') continue;
    const { color } = getComputedStyle(element);
    if (color === 'rgba(0, 0, 0, 0)') unseen.push(`${told(element)} has no colour`);
    if (!element.matches('button, input, a, [role=img]') || element.textContent) continue;
    const marks = ['::before', '::after'].map((part) => getComputedStyle(element, part));
    const isMarked = marks.some(({ content }) => content !== 'none' && content !== 'normal');
    const isField = element.matches('input:not([type=checkbox], [type=radio])');
    if (!isMarked && !isField) unseen.push(`${told(element)} shows nothing`);
  }
  return unseen;
}

async function look(page, place) {
  assert.deepEqual(await page.evaluate(findUnseen), [], place);
  assert.deepEqual(await axeViolations(page), [], place);
  const isHidden = await page.evaluate(() =>
    getComputedStyle(document.querySelector('canvas')).visibility);
  assert.equal(isHidden, 'hidden', place);
}

for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
  test(`a household's story at ${viewport.width} pixels`, async () => {
    const page = await stage.openPage('/', { viewport, ...looks });
    await page.getByRole('button', { name: 'Start a household' }).waitFor();
    await look(page, 'the gate');
    await page.getByRole('button', { name: 'Start a household' }).click();
    await page.getByRole('dialog').waitFor();
    await look(page, 'its form');
    await page.keyboard.press('Escape');
    await startHousehold(page);
    await openSection(page, 'Roommates');
    await addRoommate(page, 'Ben');
    await look(page, 'roommates');
    await openSection(page, 'Chores');
    await page.getByRole('button', { name: 'Add New Chore' }).click();
    await look(page, 'the form of a chore');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await addChore(page, { name: 'Dishes', steps: ['Wash', 'Dry'] });
    await look(page, 'chores');
    await openSection(page, 'Assignments');
    await page.getByRole('button', { name: 'Assign Chores' }).first().click();
    await card(page, 'Dishes').waitFor();
    await look(page, 'assignments');
    await card(page, 'Dishes').getByRole('checkbox', { name: 'Wash' }).check();
    await card(page, 'Dishes').getByRole('button', { name: 'Mark done' }).click();
    await page.getByText(/^Done by /).waitFor();
    await look(page, 'what is done');
    await openSection(page, 'Appearance');
    await page.getByRole('radio', { name: 'Dark' }).check();
    await look(page, 'settings');
  });
}

test('the look comes and goes with the colours', async () => {
  const page = await stage.openHome({ place: '/roommates' });
  const title = page.getByRole('heading', { level: 1 });
  const isSeen = () => title.evaluate((element) =>
    getComputedStyle(element).color !== 'rgba(0, 0, 0, 0)');
  await eventually(isSeen, false);
  await page.emulateMedia({ forcedColors: 'active' });
  await eventually(isSeen, true);
  await page.emulateMedia({ forcedColors: 'none' });
  await eventually(isSeen, false);
});
