// What happens without a change of focus is said, and said once: toasts, the state line, refusals,
// faults in a form, and where one has got to.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { listen } from './lib/heard.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
let ana;

before(async () => {
  ana = await stage.openHome({ chores: [{ name: 'Oven' }, { name: 'Trash' }] });
  await openSection(ana, 'Assignments');
  await press(ana, 'Assign Chores');
  await card(ana, 'Oven').waitFor();
  await ana.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await saved(ana).waitFor();
});

const press = (place, name) => place.getByRole('button', { name, exact: true }).first().click();
const times = (heard, words) => heard.filter((each) => words.test(each)).length;

// Hears until it has been said, and whether it is said again within half a second of frames.
async function saidOnce(page, heard, words) {
  const all = [];
  await eventually(async () => {
    all.push(...await heard());
    return times(all, words) > 0;
  }, true);
  await page.evaluate(async () => {
    for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
  });
  all.push(...await heard());
  assert.equal(times(all, words), 1, `${words} among ${JSON.stringify(all)}`);
  return all;
}

test('what was done is said once, and so is that it was undone', async () => {
  const heard = await listen(ana);
  await press(card(ana, 'Oven'), 'Mark done');
  await saidOnce(ana, heard, /^Oven done/);
  await press(ana, 'Undo');
  await card(ana, 'Oven').getByRole('button', { name: 'Mark done', pressed: false }).waitFor();
  const after = await heard();
  assert.equal(times(after, /^Oven done/), 0, String(after));
  // The same once more is news.
  await press(card(ana, 'Oven'), 'Mark done');
  await saidOnce(ana, heard, /^Oven done/);
  await press(card(ana, 'Oven'), 'Mark done');
  await saidOnce(ana, heard, /^Oven is open again/);
});

test('the state line is said once when it changes', async () => {
  await saved(ana).waitFor();
  const heard = await listen(ana);
  await stage.server.kill();
  await press(card(ana, 'Trash'), 'Mark done');
  await saidOnce(ana, heard, /^Offline, 1 change waiting/);
  await stage.server.comeBack();
  await saidOnce(ana, heard, /^All changes saved/);
});

test('a place is said once, and nothing else with it', async () => {
  const heard = await listen(ana);
  await openSection(ana, 'Roommates');
  assert.deepEqual(await saidOnce(ana, heard, /^Manage Roommates/), ['Manage Roommates']);
  await press(ana, 'Edit Ana');
  assert.deepEqual(await saidOnce(ana, heard, /^Ana$/), ['Ana']);
  await ana.goBack();
  assert.deepEqual(await saidOnce(ana, heard, /^Manage Roommates/), ['Manage Roommates']);
});

test('a fault in a form is said once, and tied to its field', async () => {
  await openSection(ana, 'Chores');
  await press(ana, 'Edit Oven');
  const points = ana.getByLabel('Points', { exact: true });
  await points.fill('0');
  const heard = await listen(ana);
  await press(ana, 'Save');
  const words = /^Points must be at least 1/;
  await saidOnce(ana, heard, words);
  await eventually(() => points.getAttribute('aria-invalid'), 'true');
  const description = await points.evaluate((field) =>
    document.getElementById(field.getAttribute('aria-describedby'))?.textContent);
  assert.match(description, words);
  await press(ana, 'Cancel');
});

test('a change that the server refuses is said once, in the state line', async () => {
  await openSection(ana, 'Roommates');
  await ana.getByLabel('Name', { exact: true }).fill('Ben');
  await press(ana, 'Add Roommate');
  await saved(ana).waitFor();
  const ben = await stage.openAs('Ben', ana, { section: 'Roommates' });
  await openSection(ana, 'Roommates');
  for (const page of [ana, ben]) {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await saved(page).waitFor();
  }
  const heard = [await listen(ana), await listen(ben)];
  await stage.server.kill();
  for (const page of [ana, ben]) {
    await page.getByLabel('Name', { exact: true }).fill('Finn');
    await press(page, 'Add Roommate');
    await page.getByRole('status').getByText(/^Offline/).waitFor();
  }
  await stage.server.comeBack();
  const refused = /^1 change could not be applied/;
  const unlucky = await Promise.any([ana, ben].map(async (page, i) => {
    await page.getByRole('status').getByText(refused).waitFor();
    return i;
  }));
  await saidOnce([ana, ben][unlucky], heard[unlucky], refused);
});
