// What assistive technology is given of each screen and its main dialogs, on phone and desktop, as
// it was written down (tools/snapshots writes it down anew).
import { test } from 'node:test';
import { card, openSection } from './lib/chores.mjs';
import { saved } from './lib/home.mjs';
import { matchSnapshot } from './lib/snapshot.mjs';
import { setStage } from './lib/stage.mjs';
import { showing } from './lib/tour.mjs';

const stage = setStage();
const press = (place, name) => place.getByRole('button', { name, exact: true }).first().click();
const desktop = (page) => page.setViewportSize({ width: 1280, height: 800 });

async function match(page, name, options = {}) {
  await showing(page, { schemes: ['light'], ...options }, (label) =>
    matchSnapshot(page, `${name}-${label.replace('-light', '')}`));
  await desktop(page);
}

// Opens it in the same browser, looks at it and closes it again.
async function matchDialog(page, name, open) {
  await open();
  await page.getByRole('dialog').waitFor();
  await match(page, name);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function reopen(page) {
  await saved(page).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('the gate and its forms', async () => {
  const page = await stage.openPage('/');
  await page.getByRole('button', { name: 'Start a household' }).waitFor();
  await match(page, 'gate');
  for (const [name, button] of [['gate-start', 'Start a household'],
    ['gate-join', 'Join a household']]) {
    await matchDialog(page, name, () => press(page, button));
  }
  await page.context().close();
});

test('an empty home', async () => {
  const page = await stage.openHome();
  for (const section of ['Assignments', 'Chores']) {
    await openSection(page, section);
    await match(page, `empty-${section.toLowerCase()}`);
  }
  await page.context().close();
});

test('every screen of a home', async () => {
  const page = await stage.openHome({ chores: [
    { name: 'Dishes', frequency: 'Daily', type: 'Predefined Rotation', steps: ['Wash', 'Dry'] },
    { name: 'Windows', frequency: 'Monthly', points: 4 },
  ] });
  await press(page, 'Show code');
  await press(page.getByRole('dialog'), 'I have kept it');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await openSection(page, 'Assignments');
  await press(page, 'Assign Chores');
  await card(page, 'Windows').waitFor();
  await reopen(page);
  await match(page, 'assignments');
  await matchDialog(page, 'why', () => press(card(page, 'Windows'), 'Why me?'));
  await press(card(page, 'Windows'), 'Mark done');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await match(page, 'toast');
  await press(page, 'Undo');
  await matchDialog(page, 'preview', () => press(page, 'Preview'));
  await matchDialog(page, 'reset', () => press(page, 'Reset Cycle'));
  await press(page, 'Past cycles');
  await page.getByRole('heading', { name: 'Past cycles', level: 1 }).waitFor();
  await match(page, 'past-cycles');
  await openSection(page, 'Chores');
  await press(card(page, 'Dishes'), 'Manage Sub-tasks');
  await match(page, 'chores');
  await matchDialog(page, 'preferences', () => press(page, 'My preferences'));
  await press(page, 'Edit Windows');
  await match(page, 'chore-form');
  await press(page, 'Cancel');
  await matchDialog(page, 'palette', () => page.keyboard.press('Control+k'));
  for (const [section, name] of [['Members', 'members'], ['Fair division', 'division'],
    ['This device', 'device'], ['Appearance', 'appearance']]) {
    await openSection(page, section);
    await page.getByRole('heading', { name: section, level: 1 }).waitFor();
    await match(page, name);
  }
  await openSection(page, 'Roommates');
  await match(page, 'roommates');
  await press(page, 'Edit Ana');
  await match(page, 'roommate-form');
  await press(page, 'Cancel');
  await page.setViewportSize({ width: 390, height: 844 });
  await press(page, 'More');
  await page.getByRole('dialog').waitFor();
  await match(page, 'more', { kinds: { phone: { width: 390, height: 844 } } });
  await page.context().close();
});

test('a swap', async () => {
  const page = await stage.openHome({ chores: [{ name: 'Windows' }] });
  await openSection(page, 'Assignments');
  await press(page, 'Assign Chores');
  await card(page, 'Windows').waitFor();
  await openSection(page, 'Roommates');
  await page.getByLabel('Name', { exact: true }).fill('Ben');
  await press(page, 'Add Roommate');
  await page.getByRole('heading', { name: 'Ben', level: 2 }).waitFor();
  await openSection(page, 'Assignments');
  await card(page, 'Windows').waitFor();
  await reopen(page);
  await matchDialog(page, 'swap', () => press(card(page, 'Windows'), 'Swap'));
  await page.context().close();
});
