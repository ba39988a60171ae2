// The gallery in every size: axe finds nothing, nothing makes the page scroll sideways, every item
// has a named control over it, and its rooms have addresses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { rooms, setGallery } from './lib/gallery.mjs';
import { showing, sizes } from './lib/tour.mjs';

const stage = setGallery();

const kinds = { ...sizes, narrow: { width: 320, height: 640 } };
const inEverySize = (page, each) => showing(page, { kinds, schemes: ['light'] }, each);

test('axe finds nothing in any room and size', async () => {
  const faults = [];
  const page = await stage.openRoom('');
  for (const room of rooms) {
    await page.goto(`${stage.server.address}/gallery${room}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await inEverySize(page, async (label) => {
      const name = `${room} ${label}`;
      for (const fault of await axeViolations(page)) faults.push(`${name}: ${fault}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) faults.push(`${name}: ${wide} pixels too wide`);
    });
  }
  assert.deepEqual(faults, []);
});

// What a room shows only after a press, and whatever else stands in it.
const press = (name) => (page) => page.getByRole('button', { name }).first().click();
const pressAll = (name) => async (page) => {
  for (const each of await page.getByRole('button', { name }).all()) await each.click();
};
const states = [
  ...rooms.map((room) => [room, async () => {}]),
  ['/charts', pressAll(/^Table: /)],
  ['/pickers', press('Choose Due date')],
  ['/pickers', press('Choose Last day')],
  ['/pickers', (page) => page.getByRole('combobox', { name: 'Start' }).focus()],
  ['/pickers', async (page) => {
    for (const each of await page.getByRole('textbox').all()) await each.fill('none');
  }],
  ['/lists', press('More actions for Dishes')],
  ['/lists', press('Open a dialog')],
  ['/lists', (page) => page.getByRole('combobox', { name: 'Chore' }).fill('dish')],
  ['/lists', async (page) => {
    await press('More actions for Dishes')(page);
    await page.getByRole('menuitem', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  }],
  ['/times', press(/^Chi, /)],
];

test('every item of every room and state has a named control over it', async (t) => {
  let itemCount = 0;
  for (const [room, open] of states) {
    const page = await stage.openRoom(room, { viewport: sizes.desktop });
    await open(page);
    await inEverySize(page, () => { itemCount += stage.checks.counts.get(page); });
    await page.context().close();
  }
  t.diagnostic(`${itemCount} items`);
  assert.ok(itemCount >= 600, `only ${itemCount} items were seen`);
});

test('a room has an address, and back leads to the one before', async () => {
  const page = await stage.openRoom('');
  await page.getByRole('link', { name: 'Charts' }).click();
  await page.getByRole('heading', { name: 'Charts', level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/gallery/charts');
  await page.goBack();
  await page.getByRole('heading', { name: 'Buttons', level: 1 }).waitFor();
});

test('tabs: one stop, arrow keys choose, the panel follows', async () => {
  const page = await stage.openRoom('');
  const panel = (name) => page.getByRole('tabpanel', { name });
  await page.getByRole('tab', { name: 'Pending Approvals' }).focus();
  await page.keyboard.press('ArrowRight');
  await panel('My Requests').getByText('You asked for one.').waitFor();
  await page.keyboard.press('End');
  await panel('All Requests').waitFor();
  await page.keyboard.press('ArrowRight');
  await panel('Pending Approvals').waitFor();
  const focused = page.getByRole('tab', { name: 'Pending Approvals', selected: true });
  await eventually(() => focused.evaluate((node) => node === document.activeElement), true);
});

test('a slider moves by keys and says its value in words', async () => {
  const page = await stage.openRoom('');
  const slider = page.getByRole('slider', { name: 'Duration' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await eventually(() => slider.getAttribute('aria-valuetext'), '30 min');
  await page.keyboard.press('End');
  await eventually(() => slider.getAttribute('aria-valuetext'), '120 min');
});

test('a tooltip comes with the focus and goes with Escape', async () => {
  const page = await stage.openRoom('');
  await page.getByRole('checkbox', { name: 'Kitchen bin' }).focus();
  await page.keyboard.press('Tab');
  const tooltip = page.getByRole('tooltip', { includeHidden: true })
    .filter({ hasText: 'Mark done' });
  await tooltip.waitFor();
  await page.keyboard.press('Escape');
  await tooltip.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Mark done' }).hover();
});
