// How fair it is, what a run would do, what was, and what people think of chores: with nothing but
// roles and accessible names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { addChore, addRoommate, card, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const chores = [
  { name: 'Dishwasher', type: 'Predefined Rotation', points: 10 },
  { name: 'Windows', points: 6 },
  { name: 'Fridge', points: 4 },
];
const stage = setStage();

const openHome = (roommates) => stage.openHome({ roommates, chores, section: 'Assignments' });

// Ben's own browser, in the same household.
async function openBens(page) {
  const ben = await stage.openAs('Ben', page, { section: 'Chores' });
  await openSection(page, 'Assignments');
  return ben;
}

const panel = (page) => page.getByRole('region', { name: 'Fairness', exact: true });
const press = (place, name) => place.getByRole('button', { name, exact: true }).click();

test('a preview says who would get what, and saving it gives out just that', async () => {
  const page = await openHome(['Ben']);
  await press(page, 'Preview');
  const preview = page.getByRole('dialog', { name: 'Preview' });
  await preview.getByText('before to after').waitFor();
  const parts = {};
  for (const name of ['Ana', 'Ben']) {
    const part = preview.getByRole('region', { name });
    parts[name] = (await part.getByRole('listitem').allInnerTexts())
      .map((text) => text.split(/\s/)[0]);
  }
  assert.deepEqual([...parts.Ana, ...parts.Ben].toSorted(), ['Dishwasher', 'Fridge', 'Windows']);
  assert.deepEqual(await axeViolations(page), []);
  await press(preview, 'Save');
  await preview.waitFor({ state: 'detached' });
  for (const [name, given] of Object.entries(parts)) {
    for (const chore of given) {
      await page.getByRole('region', { name: `${name}'s Chores` })
        .getByRole('heading', { name: chore }).waitFor();
    }
  }
  await press(page, 'Preview');
  await preview.getByText('Nothing is due right now.').waitFor();
  await press(preview, 'Close');
  await preview.waitFor({ state: 'detached' });
});

const outdated = /^Something changed meanwhile, so nothing was saved\./;

test('what somebody else changed while a preview is open is told before anything is given out',
  async () => {
    const page = await openHome(['Ben']);
    const ben = await openBens(page);
    await press(page, 'Preview');
    const preview = page.getByRole('dialog', { name: 'Preview' });
    await addChore(ben, { name: 'Oven', points: 9 });
    await saved(ben).waitFor();
    assert.equal(await preview.getByText('Oven').count(), 0);
    // Whoever hears of it first: this device, or the server that is asked.
    await press(preview, 'Save');
    await preview.getByRole('alert').getByText(outdated).waitFor();
    await preview.getByText('Oven').waitFor();
    await preview.getByText('Moved', { exact: true }).first().waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await saved(page).waitFor();
    await press(preview, 'Save');
    await preview.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Notification' }).getByText('4 chores assigned')
      .waitFor();
    await card(page, 'Oven').waitFor();
  });

test('a preview that the server alone knows to be outdated comes back in the same dialog',
  async () => {
    const page = await openHome(['Ben']);
    const ben = await openBens(page);
    await press(page, 'Preview');
    const preview = page.getByRole('dialog', { name: 'Preview' });
    await preview.getByText('before to after').waitFor();
    let send;
    const isHeld = new Promise((resolve) => {
      page.route('**/api/sync/push', (route) => resolve(send = () => route.continue()),
        { times: 1 });
    });
    await press(preview, 'Save');
    await isHeld;
    await preview.getByRole('button', { name: 'Saving...' }).waitFor();
    await addChore(ben, { name: 'Oven', points: 9 });
    await saved(ben).waitFor();
    await send();
    await preview.getByRole('alert').getByText(outdated).waitFor();
    await preview.getByText('Oven').waitFor();
    await saved(page).waitFor();
    await press(preview, 'Save');
    await card(page, 'Oven').waitFor();
  });

test('a preview saved offline and overtaken by others is explained later', async () => {
  const page = await openHome(['Ben']);
  const ben = await openBens(page);
  await page.context().setOffline(true);
  await page.getByRole('status').getByText(/^Offline/).waitFor();
  await addChore(ben, { name: 'Oven', points: 9 });
  await saved(ben).waitFor();
  await press(page, 'Preview');
  await press(page.getByRole('dialog', { name: 'Preview' }), 'Save');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await card(page, 'Windows').getByText('Requested').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('status').getByRole('button', { name: /could not be applied/ }).click();
  const list = page.getByRole('dialog', { name: 'Not applied' });
  await list.getByRole('heading', { name: 'Assign chores as the preview showed' }).waitFor();
  await list.getByText(/nothing was given out\. Open a new preview/).waitFor();
  assert.equal(await list.getByRole('button', { name: 'Try again' }).count(), 0);
  assert.deepEqual(await axeViolations(page), []);
  await press(list, 'Discard');
  await list.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'No chores assigned yet' }).waitFor();
});

test('the panel tells score, balances, turns and points, alone as well as together', async () => {
  const page = await openHome([]);
  await panel(page).getByText('With one person there is nothing to compare.').waitFor();
  await openSection(page, 'Roommates');
  await addRoommate(page, 'Ben');
  await openSection(page, 'Assignments');
  await panel(page).getByText('Nothing has been given out in this cycle yet.').waitFor();
  await press(page, 'Assign Chores');
  await panel(page).getByText('This cycle.').waitFor();
  // Everybody gets a random chore, so one has 14 and the other 6 of 20 points.
  await panel(page).getByRole('img', { name: 'Fairness of this cycle: 60' }).waitFor();
  await panel(page).getByText('0.0 to +4.0').waitFor();
  await panel(page).getByRole('img', { name: /^(Ana|Ben) had it last\. Next: (Ana|Ben)\.$/ })
    .waitFor();
  await panel(page).getByText('20', { exact: true }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
});

test('past cycles stand at their own address', async () => {
  const page = await openHome(['Ben']);
  await press(page, 'Past cycles');
  await page.getByRole('heading', { name: 'Past cycles', level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/assignments/cycles');
  assert.match(await page.title(), /^Past cycles/);
  await page.getByRole('heading', { name: 'No past cycles yet' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Chore Assignments', level: 1 }).waitFor();
  await press(page, 'Assign Chores');
  await card(page, 'Windows').getByRole('button', { name: 'Mark done' }).click();
  await press(page, 'Reset Cycle');
  await press(page.getByRole('dialog'), 'Reset Cycle');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press(page, 'Past cycles');
  const list = page.getByRole('list', { name: 'Past cycles' });
  await list.getByText('Fairness 0').waitFor();
  await list.getByText('Done', { exact: true }).first().waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.reload();
  await list.getByText('Fairness 0').waitFor();
});

test('everybody says what they think of chores, and hears why they cannot', async () => {
  const page = await openHome(['Ben']);
  await openSection(page, 'Chores');
  await press(page, 'My preferences');
  const dialog = page.getByRole('dialog', { name: 'My preferences' });
  await dialog.getByText(/Everybody in the household sees/).waitFor();
  const level = (chore, name) => dialog.getByRole('radiogroup', { name: chore })
    .getByRole('radio', { name, exact: true });
  await level('Windows', 'Like').check();
  await level('Fridge', 'Never').check();
  await level('Dishwasher', 'Never').click();
  await dialog.getByRole('alert')
    .getByText('At most one third of the chores can be ruled out.').waitFor();
  await eventually(() => level('Dishwasher', 'Neutral').isChecked(), true);
  // The choice is tied to its reason in the frame after the reason came.
  await dialog.getByRole('radiogroup', { name: 'Dishwasher' })
    .and(page.locator('[aria-describedby]')).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await press(dialog, 'Close');
  await page.reload();
  await press(page, 'My preferences');
  await eventually(() => level('Windows', 'Like').isChecked(), true);
  await eventually(() => level('Fridge', 'Never').isChecked(), true);
});

test('without a server reasons, balances and past cycles are there, and opinions are kept',
  async () => {
    const page = await openHome(['Ben']);
    await press(page, 'Assign Chores');
    await page.getByText('3 chores assigned').first().waitFor();
    await saved(page).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await stage.server.kill();
    await page.reload();
    await page.getByRole('status').getByText(/^Offline/).waitFor();
    await panel(page).getByRole('img', { name: 'Fairness of this cycle: 60' }).waitFor();
    await page.getByRole('button', { name: /^Why( me)?\?$/ }).first().click();
    const why = page.getByRole('dialog', { name: /^Why / });
    await why.getByText('before to after').waitFor();
    await press(why, 'Close');
    await press(page, 'Past cycles');
    await page.getByRole('heading', { name: 'No past cycles yet' }).waitFor();
    await openSection(page, 'Chores');
    await press(page, 'My preferences');
    const liked = page.getByRole('dialog', { name: 'My preferences' })
      .getByRole('radiogroup', { name: 'Windows' })
      .getByRole('radio', { name: 'Like', exact: true });
    await liked.check();
    await page.getByRole('status').getByText(/1 change waiting/).waitFor();
    await stage.server.comeBack();
    await saved(page).waitFor();
    await page.reload();
    await press(page, 'My preferences');
    await eventually(() => liked.isChecked(), true);
  });
