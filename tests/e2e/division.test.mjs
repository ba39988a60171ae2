// How chores are divided, and what people say about them: with nothing but roles and accessible
// names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const chores = [
  { name: 'Dishwasher', type: 'Predefined Rotation', points: 10 },
  { name: 'Windows', points: 6 },
  { name: 'Fridge', points: 4 },
];
const stage = setStage();

// Ana, who owns the household, and Ben.
const openHome = (options = {}) => stage.openHome({ roommates: ['Ben'], chores, ...options });
const openBens = (page) => stage.openAs('Ben', page);

const press = (place, name) => place.getByRole('button', { name, exact: true }).click();
const isOn = (page, name) => page.getByRole('switch', { name }).isChecked();

test('an admin chooses how chores are divided, and can take it back', async () => {
  const page = await openHome();
  await openSection(page, 'Fair division');
  await page.getByRole('heading', { name: 'Fair division', level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/settings/division');
  const method = (name) => page.getByRole('radiogroup', { name: 'Division method' })
    .getByRole('radio', { name });
  await eventually(() => method('Fair search').isChecked(), true);
  await method('Classic draw').check();
  await press(page, 'Undo');
  await method('Fair search').and(page.locator(':checked')).waitFor();
  await method("By everybody's own ratings").check();
  await page.getByRole('switch', { name: 'Count effort' }).check();
  await page.getByRole('switch', { name: 'Ask for a reason for Never' }).check();
  await saved(page).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.reload();
  await method("By everybody's own ratings").waitFor();
  await eventually(() => method("By everybody's own ratings").isChecked(), true);
  assert.equal(await isOn(page, 'Plan daily chores for the whole cycle'), false);
  assert.equal(await isOn(page, 'Count effort'), true);
});

test('members read how chores are divided, as soon as an admin changes it', async () => {
  const page = await openHome();
  const ben = await openBens(page);
  await openSection(ben, 'Fair division');
  await ben.getByText('Admins of this household choose this.').waitFor();
  await ben.getByRole('heading', { name: 'Fair search', level: 3 }).waitFor();
  assert.equal(await ben.getByRole('radio').count() + await ben.getByRole('switch').count(), 0);
  await openSection(page, 'Fair division');
  await page.getByRole('radio', { name: 'Classic draw' }).check();
  await ben.getByRole('heading', { name: 'Classic draw', level: 3 }).waitFor();
  assert.deepEqual(await axeViolations(ben), []);
});

const openWishes = async (page) => {
  await openSection(page, 'Chores');
  await press(page, 'My preferences');
  return page.getByRole('dialog', { name: 'My preferences' });
};

test('two people rate a chore, and the middle of it is offered as its points', async () => {
  const page = await openHome();
  const ben = await openBens(page);
  const own = await openWishes(page);
  const effort = own.getByLabel('Effort of Windows', { exact: true });
  await eventually(() => effort.inputValue(), '6');
  await effort.fill('21');
  await own.getByRole('alert').filter({ hasText: 'From 1 to 20.' }).waitFor();
  await eventually(() => effort.inputValue(), '21');
  await effort.fill('9');
  await own.getByRole('alert').waitFor({ state: 'detached' });
  assert.deepEqual(await axeViolations(page), []);
  await press(own, 'Close');
  await saved(page).waitFor();
  // Offline, Ben's rating waits on his device.
  await ben.context().setOffline(true);
  await ben.getByRole('status').getByText(/^Offline/).waitFor();
  const bens = await openWishes(ben);
  await press(bens, 'Increase Effort of Windows');
  await press(bens, 'Close');
  await ben.getByRole('status').getByText('Offline, 1 change waiting').waitFor();
  await press(page, 'Edit Windows');
  await page.getByText('The household rates this 9').waitFor();
  await ben.context().setOffline(false);
  await page.getByText('The household rates this 7').waitFor();
  await press(page, 'Use 7 points');
  await page.getByRole('button', { name: 'Use 7 points' }).waitFor({ state: 'detached' });
  await eventually(() => page.getByLabel('Points', { exact: true }).inputValue(), '7');
  assert.deepEqual(await axeViolations(page), []);
  await press(page, 'Save');
  await page.getByText('Weekly, 7 points').waitFor();
});

test('Never asks for a reason where the household wants one, and nobody else reads it',
  async () => {
    const page = await openHome();
    const ben = await openBens(page);
    await openSection(page, 'Fair division');
    await page.getByRole('switch', { name: 'Ask for a reason for Never' }).check();
    await saved(page).waitFor();
    await openSection(ben, 'Fair division');
    await ben.getByText('on', { exact: true }).waitFor();
    const dialog = await openWishes(ben);
    const level = (chore, name) => dialog.getByRole('radiogroup', { name: chore })
      .getByRole('radio', { name, exact: true });
    await level('Windows', 'Never').click();
    const reason = dialog.getByLabel('Reason');
    await press(dialog, 'Save');
    await dialog.getByRole('alert').filter({ hasText: 'Reason is required.' }).waitFor();
    await eventually(() => level('Windows', 'Never').isChecked(), false);
    await reason.fill('Afraid of heights');
    assert.deepEqual(await axeViolations(ben), []);
    await press(dialog, 'Save');
    await dialog.getByText('Only you see why: Afraid of heights').waitFor();
    await eventually(() => level('Windows', 'Never').isChecked(), true);
    await openSection(page, 'Chores');
    await press(page, 'Edit Windows');
    await page.getByText('Ben never does it, and gave a reason.').waitFor();
    // Of three chores one may be ruled out: the words stay where the second is refused.
    await level('Fridge', 'Never').click();
    await reason.fill('Too cold');
    await press(dialog, 'Save');
    await dialog.getByRole('alert')
      .filter({ hasText: 'At most one third of the chores can be ruled out.' }).waitFor();
    await eventually(() => reason.inputValue(), 'Too cold');
    await press(dialog, 'Cancel');
    await level('Windows', 'Dislike').click();
    await dialog.getByText(/Only you see why/).waitFor({ state: 'detached' });
    await press(dialog, 'Close');
    await page.getByText('Ben dislikes it.').waitFor();
    assert.equal(await page.getByText('Afraid of heights').count(), 0);
  });

test('where own ratings divide, everybody reads how the cycle looks to them and to others',
  async () => {
    const page = await openHome();
    const ben = await openBens(page);
    await openSection(page, 'Fair division');
    await page.getByRole('radio', { name: "By everybody's own ratings" }).check();
    const own = await openWishes(page);
    await own.getByText(/divided by these ratings of everybody/).waitFor();
    await own.getByLabel('Effort of Fridge', { exact: true }).fill('20');
    await press(own, 'Close');
    await saved(page).waitFor();
    await openSection(page, 'Assignments');
    const panel = (each) => each.getByRole('region', { name: 'Fairness', exact: true });
    assert.equal(await panel(page).getByRole('heading', { name: /own ratings/ }).count(), 0);
    await press(page, 'Assign Chores');
    // The fridge is heavy for Ana and light for Ben, whichever of them has the dishwasher.
    await panel(page).getByText('By your own rating your random chores weigh 6 this cycle; a fair '
      + 'share is 13. Leave out your heaviest one, and nobody else\'s chores would be lighter for '
      + 'you.').waitFor();
    await panel(page).getByText('4, fair share 5').waitFor();
    await openSection(ben, 'Assignments');
    await panel(ben).getByText(/^By your own rating .* weigh 4 .* a fair share is 5\./).waitFor();
    await panel(ben).getByText('6, fair share 13').waitFor();
    assert.deepEqual(await axeViolations(page), []);
  });
