// The assignments screen, with nothing but roles and accessible names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { addChore, addRoommate, card, exampleChores, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

async function openAssignments(options = {}) {
  const page = await stage.openHome(options);
  await page.getByRole('heading', { name: 'Chore Assignments', level: 1 }).waitFor();
  return page;
}

const group = (page, name) => page.getByRole('region', { name: `${name}'s Chores` });
const assign = (page) => page.getByRole('button', { name: 'Assign Chores' }).click();

test('an empty home says what comes first and leads there', async () => {
  const page = await openAssignments();
  await page.getByRole('heading', { name: 'No chores assigned yet' }).waitFor();
  await page.getByText('Never', { exact: true }).waitFor();
  await assign(page);
  await page.getByText('Nothing is due right now').first().waitFor();
  await page.getByRole('heading', { name: 'No chores assigned yet' }).waitFor();
  await page.getByRole('button', { name: 'Add chores' }).click();
  await page.getByRole('heading', { name: 'Manage Chores', level: 1 }).waitFor();
});

test('everybody can ask why a chore went to whom it went', async () => {
  const page = await openAssignments();
  await openSection(page, 'Roommates');
  await addRoommate(page, 'Ben');
  await openSection(page, 'Chores');
  for (const chore of exampleChores) await addChore(page, chore);
  await openSection(page, 'Assignments');
  await assign(page);
  await page.getByText('4 chores assigned').first().waitFor();
  // The example chores are two of each kind: a random one tells who else could have had it.
  const random = page.getByRole('main').getByRole('listitem')
    .filter({ hasText: 'Random' }).filter({ has: page.getByRole('heading', { level: 3 }) }).first();
  await random.getByRole('button', { name: /^Why( me)?\?$/ }).click();
  const why = page.getByRole('dialog', { name: /^Why (me|Ben)\?$/ });
  await why.getByRole('heading', { name: 'Balances' }).waitFor();
  await why.getByText(/ to [+−]?\d+\.\d$/).first().waitFor();
  await why.getByRole('heading', { name: 'Who else could have had it' }).waitFor();
  await why.getByText(/^With (Ben|you), /).first().waitFor();
  await why.getByRole('heading', { name: 'What would make it fairer?' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await why.getByRole('button', { name: 'Close' }).click();
  await why.waitFor({ state: 'detached' });
  // What was done, and a page that was opened again, still know.
  await page.getByRole('button', { name: 'Mark done' }).first().click();
  await page.reload();
  await page.getByRole('button', { name: /^Why( me)?\?$/ }).first().click();
  await page.getByRole('dialog', { name: /^Why / }).getByText('before to after').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a home divides its chores, ticks steps, finishes, undoes, covers and resets', async () => {
  const page = await openAssignments();
  await openSection(page, 'Roommates');
  for (const name of ['Ben', 'Chi', 'Dev']) await addRoommate(page, name);
  await openSection(page, 'Chores');
  for (const chore of exampleChores) await addChore(page, chore);
  await openSection(page, 'Assignments');
  await assign(page);
  await page.getByText('4 chores assigned').first().waitFor();
  const cards = page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 3 });
  await eventually(async () => (await cards.allInnerTexts()).toSorted(),
    ['Dishes', 'Dishwasher', 'Recycling', 'Trash']);
  // Everybody gets one, and every card says how often, how much and until when.
  for (const name of ['Ana', 'Ben', 'Chi', 'Dev']) {
    await group(page, name).getByText('1 chore,').waitFor();
  }
  for (const { name } of exampleChores) {
    for (const fact of ['Frequency', 'Points', 'Due']) {
      await card(page, name).getByText(fact, { exact: true }).waitFor();
    }
  }
  await card(page, 'Trash').getByText('Tomorrow').waitFor();
  await card(page, 'Recycling').getByText('In 7 days').waitFor();
  // Below the steps: whose they are and the day.
  for (const name of ['Ana', 'Ben', 'Chi', 'Dev']) {
    await group(page, name).getByText(`Assigned to ${name}`, { exact: true }).waitFor();
    await group(page, name).getByText(/^Due .*\d/).waitFor();
  }

  // Steps: the last one finishes the chore, unticking opens it again.
  const trash = card(page, 'Trash');
  await trash.getByRole('checkbox', { name: 'New bags' }).check();
  await trash.getByText('25% (1 of 4 completed)').waitFor();
  const bar = trash.getByRole('progressbar', { name: 'Task Progress' });
  await eventually(() => bar.getAttribute('aria-valuenow'), '1');
  for (const step of ['Kitchen bin', 'Bathroom bin', 'Bins to the street']) {
    await trash.getByRole('checkbox', { name: step }).check();
  }
  await trash.getByRole('button', { name: 'Mark done', pressed: true }).waitFor();
  await trash.getByText(/^Done by .+ at /).waitFor();
  await trash.getByRole('checkbox', { name: 'New bags' }).uncheck();
  await trash.getByRole('button', { name: 'Mark done', pressed: false }).waitFor();

  // Done by hand, and undone by the toast and by the mark.
  const dishes = card(page, 'Dishes');
  await dishes.getByRole('button', { name: 'Mark done' }).click();
  await dishes.getByRole('button', { name: 'Mark done', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await dishes.getByRole('button', { name: 'Mark done', pressed: false }).waitFor();
  await dishes.getByRole('button', { name: 'Mark done' }).click();
  await dishes.getByRole('button', { name: 'Mark done', pressed: true }).click();
  await dishes.getByRole('button', { name: 'Mark done', pressed: false }).waitFor();

  // Ana covers for somebody else: it stays on their list, done by Ana.
  const other = group(page, 'Ben').getByRole('listitem');
  await other.getByRole('button', { name: 'I did it' }).click();
  await other.getByText(/^Done by Ana at /).waitFor();
  assert.equal(await group(page, 'Ana').getByRole('button', { name: 'I did it' }).count(), 0);

  // Only one's own.
  await page.getByRole('radio', { name: 'Mine' }).check();
  await group(page, 'Ben').waitFor({ state: 'detached' });
  await group(page, 'Ana').waitFor();
  await page.getByRole('radio', { name: 'Everyone' }).check();
  await group(page, 'Ben').waitFor();

  // Skipping takes it off the list; a run gives nothing twice.
  const chi = await group(page, 'Chi').getByRole('heading', { level: 3 }).innerText();
  await card(page, chi).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Skip' }).click();
  await group(page, 'Chi').waitFor({ state: 'detached' });
  await assign(page);
  await page.getByText('Nothing is due right now').first().waitFor();

  await page.getByRole('button', { name: 'Reset Cycle' }).click();
  const question = page.getByRole('dialog', { name: 'Reset Cycle?' });
  await question.getByText(/open chores? moves? on to the next cycle/).waitFor();
  await question.getByRole('button', { name: 'Reset Cycle' }).click();
  await question.waitFor({ state: 'detached' });
  await other.waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('alert').count(), 0);
});

test('the summary counts for everybody, and the three rules stand beside it', async () => {
  const page = await openAssignments();
  await openSection(page, 'Chores');
  await addChore(page, { name: 'Dishes', points: 7 });
  await addChore(page, { name: 'Windows', points: 1 });
  await openSection(page, 'Assignments');
  await assign(page);
  const summary = page.getByRole('region', { name: 'Assignment Summary' });
  await summary.getByRole('listitem').filter({ hasText: 'Ana' }).getByText('8 points').waitFor();
  await summary.getByText('2 chores').waitFor();
  const rules = page.getByRole('region', { name: 'How Assignments Work' }).getByRole('listitem');
  await eventually(() => rules.count(), 3);
  for (const name of ['Predefined Chores', 'Random Chores', 'Fair Distribution']) {
    await rules.getByText(name, { exact: true }).waitFor();
  }
});

test('offline a run is only requested, and is agreed to when the network is back', async () => {
  // A service worker would not hear of the network's end.
  const page = await openAssignments({ serviceWorkers: 'block' });
  await openSection(page, 'Chores');
  await addChore(page, { name: 'Dishes' });
  await page.getByRole('status').getByText('All changes saved').waitFor();
  await openSection(page, 'Assignments');
  await page.context().setOffline(true);
  await assign(page);
  await card(page, 'Dishes').getByText('Requested', { exact: true }).waitFor();
  await page.getByRole('status').getByText('Offline, 1 change waiting').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('status').getByText('All changes saved').waitFor();
  await card(page, 'Dishes').getByText('Requested', { exact: true })
    .waitFor({ state: 'detached' });
  await card(page, 'Dishes').waitFor();
});

test('the keyboard alone divides, ticks and finishes', async () => {
  const page = await openAssignments();
  await openSection(page, 'Chores');
  await addChore(page, { name: 'Dishes', steps: ['Wash', 'Dry'] });
  await openSection(page, 'Assignments');
  await page.getByRole('button', { name: 'Assign Chores' }).press('Enter');
  await card(page, 'Dishes').waitFor();
  await page.getByRole('checkbox', { name: 'Wash' }).press('Space');
  await card(page, 'Dishes').getByText('50% (1 of 2 completed)').waitFor();
  await page.getByRole('button', { name: 'Mark done' }).press('Enter');
  await page.getByRole('button', { name: 'Mark done', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'Reset Cycle' }).press('Enter');
  await page.getByRole('dialog', { name: 'Reset Cycle?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'Reset Cycle');
});

test('axe finds nothing on phone and desktop, light and dark', async () => {
  const sizes = [{ width: 320, height: 640 }, { width: 390, height: 844 },
    { width: 1280, height: 800 }];
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await openAssignments({ viewport, colorScheme });
      assert.deepEqual(await axeViolations(page), []);
      await openSection(page, 'Chores');
      await addChore(page, { name: 'B'.repeat(200), steps: ['W'.repeat(300)] });
      await openSection(page, 'Assignments');
      await assign(page);
      await page.getByRole('button', { name: 'Mark done' }).waitFor();
      assert.deepEqual(await axeViolations(page), []);
      await page.context().close();
    }
  }
});
