// Chores change hands: two people in two browsers offer, take, refuse and take back, together and
// apart. Who has what is read from the page, since every run is drawn anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { addRoommate, card, openSection } from './lib/chores.mjs';
import { saved } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const chores = ['Trash', 'Windows', 'Fridge', 'Bathroom', 'Plants', 'Vacuum', 'Oven', 'Cellar',
  'Garden', 'Stairs', 'Balcony', 'Hall'];

const stage = setStage();
let ana;
let ben;

const group = (page, name) => page.getByRole('region', { name: `${name}'s Chores` });
const block = (page) => page.getByRole('region', { name: 'Swap offers' });
const dialog = (page) => page.getByRole('dialog', { name: 'Swap' });
const press = (place, name) => place.getByRole('button', { name, exact: true }).click();

// A chore of theirs that can still be swapped: each test uses up a few.
async function swappable(page, name) {
  const open = group(page, name).getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Mark done', pressed: false }) })
    .filter({ hasNotText: 'Offered to' }).filter({ hasNotText: 'Locked' });
  return open.getByRole('heading', { level: 3 }).first().innerText();
}

async function has(page, name, chore) {
  await group(page, name).getByRole('heading', { name: chore, exact: true, level: 3 }).waitFor();
}

async function offer(page, chore, { to = 'Everyone', inReturn, note } = {}) {
  await press(card(page, chore), 'Swap');
  await dialog(page).getByRole('radio', { name: to, exact: true }).check();
  if (inReturn) {
    const wanted = dialog(page).getByLabel('In return');
    const option = wanted.getByRole('option', { name: `${inReturn}, ` });
    await option.waitFor({ state: 'attached' });
    await wanted.selectOption(await option.innerText());
  }
  if (note) await dialog(page).getByLabel('Note').fill(note);
  await press(dialog(page), 'Send');
  await dialog(page).waitFor({ state: 'detached' });
}

async function chooseFromMenu(page, chore, name) {
  await press(card(page, chore), 'More actions');
  await page.getByRole('menuitem', { name, exact: true }).click();
}

async function dismissAll(page) {
  const dismiss = block(page).getByRole('button', { name: 'Dismiss' });
  while (await dismiss.count() > 0) {
    const count = await dismiss.count();
    await dismiss.first().click();
    await page.waitForFunction((left) =>
      [...document.querySelectorAll('button')]
        .filter((each) => each.getAttribute('aria-label') === 'Dismiss'
          || each.textContent === 'Dismiss').length < left, count);
  }
}

test('two people share a home with a third who has no account', async () => {
  ana = await stage.openHome({ roommates: ['Ben', 'Chi'],
    chores: chores.map((name) => ({ name, points: 5 })) });
  ben = await stage.openAs('Ben', ana,
    { section: 'Assignments', viewport: { width: 390, height: 844 } });
  await openSection(ana, 'Assignments');
  await press(ana, 'Assign Chores');
  for (const name of chores) await card(ben, name).waitFor();
  await saved(ana).waitFor();
});

test('a chore is given away, and given back by undo', async () => {
  const chore = await swappable(ana, 'Ana');
  await press(card(ana, chore), 'Swap');
  await dialog(ana).getByText(`${chore}, 5 points, due`).waitFor();
  await dialog(ana).getByRole('radio', { name: 'Ben', exact: true }).check();
  await dialog(ana).getByText('before to after').waitFor();
  assert.deepEqual(await axeViolations(ana), []);
  await press(dialog(ana), 'Cancel');
  await dialog(ana).waitFor({ state: 'detached' });

  await offer(ana, chore, { to: 'Ben', note: 'I am away on Sunday' });
  await card(ana, chore).getByText('Offered to Ben').waitFor();
  await block(ana).getByText(`You offer Ben ${chore}.`).waitFor();
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor();
  await block(ben).getByText('I am away on Sunday').waitFor();
  await block(ben).getByText(/Stands until /).waitFor();
  await card(ben, chore).getByText('Offered to you').waitFor();
  assert.equal(await card(ana, chore).getByRole('button', { name: 'Swap' }).count(), 0);
  assert.deepEqual(await axeViolations(ben), []);
  await press(ben, 'Notices: 1');
  const notices = ben.getByRole('dialog', { name: 'Notices' });
  assert.deepEqual(await axeViolations(ben), []);
  await notices.getByRole('button', { name: `Ana offers you ${chore}.` }).click();
  await notices.waitFor({ state: 'detached' });
  await press(block(ben), 'Accept');
  await ben.getByRole('button', { name: 'Notices', exact: true }).waitFor();
  for (const page of [ana, ben]) await has(page, 'Ben', chore);
  await block(ana).getByText(`Ben took ${chore} from you.`).waitFor();
  await card(ana, chore).getByRole('button', { name: 'Why?' }).click();
  const why = ana.getByRole('dialog', { name: 'Why Ben?' });
  await why.getByText('Ben took it in a swap. Before, it was given to you.').waitFor();
  await press(why, 'Close');
  await why.waitFor({ state: 'detached' });
  await press(block(ana), 'Undo');
  for (const page of [ana, ben]) await has(page, 'Ana', chore);
  await block(ben).getByText(`The swap of ${chore} was undone.`).waitFor();
  await dismissAll(ben);
  await block(ben).waitFor({ state: 'detached' });
});

test('two chores are exchanged, and by the toast exchanged back', async () => {
  const given = await swappable(ana, 'Ana');
  const wanted = await swappable(ana, 'Ben');
  await offer(ana, given, { to: 'Ben', inReturn: wanted });
  await block(ben).getByText(`Ana offers you ${given} for ${wanted}.`).waitFor();
  await card(ben, wanted).getByText('Asked for by Ana').waitFor();
  await press(block(ben), 'Accept');
  await has(ana, 'Ben', given);
  await has(ana, 'Ana', wanted);
  await block(ben).getByText(`You took ${given} from Ana for ${wanted}.`).waitFor();
  await ben.getByText(`${given} is yours now`).first().waitFor();
  await ben.getByRole('button', { name: 'Undo' }).last().click();
  await has(ana, 'Ana', given);
  await has(ana, 'Ben', wanted);
});

test('everyone is asked, and an admin answers for who has no account', async () => {
  const chore = await swappable(ben, 'Ben');
  await offer(ben, chore);
  await block(ana).getByText(`Ben offers everyone ${chore}.`).waitFor();
  await press(block(ana), 'Decline');
  await block(ana).getByRole('button', { name: 'Decline', exact: true })
    .waitFor({ state: 'detached' });
  await press(block(ana), 'Accept for Chi');
  for (const page of [ana, ben]) await has(page, 'Chi', chore);
  await block(ben).getByText(`Chi took ${chore} from you.`).waitFor();
});

test('somebody asks for a chore and gives one of theirs', async () => {
  const wanted = await swappable(ben, 'Ana');
  await press(card(ben, wanted), 'Swap');
  await dialog(ben).getByText(`You ask Ana for ${wanted}, 5 points`).waitFor();
  const given = (await dialog(ben).getByLabel('In return').getByRole('option').first()
    .innerText()).split(',')[0];
  await press(dialog(ben), 'Send');
  await dialog(ben).waitFor({ state: 'detached' });
  await block(ana).getByText(`Ben offers you ${given} for ${wanted}.`).waitFor();
  await press(block(ana), 'Accept');
  for (const page of [ana, ben]) {
    await has(page, 'Ana', given);
    await has(page, 'Ben', wanted);
  }
});

test('what is declined is told once', async () => {
  const chore = await swappable(ana, 'Ana');
  await offer(ana, chore, { to: 'Ben' });
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor();
  await press(block(ben), 'Decline');
  await block(ana).getByText(`Ben declined ${chore}.`).waitFor();
  await card(ana, chore).getByText('Offered to Ben').waitFor({ state: 'detached' });
  await dismissAll(ana);
  await block(ana).getByText(`Ben declined ${chore}.`).waitFor({ state: 'detached' });
  await saved(ana).waitFor();
  await ana.reload();
  await card(ana, chore).waitFor();
  assert.equal(await ana.getByText(`Ben declined ${chore}.`).count(), 0);
});

test('what is withdrawn is gone for both', async () => {
  const chore = await swappable(ana, 'Ana');
  await offer(ana, chore, { to: 'Ben' });
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor();
  await press(block(ana), 'Withdraw');
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor({ state: 'detached' });
  await card(ana, chore).getByRole('button', { name: 'Swap' }).waitFor();
  assert.equal(await ana.getByText(`The offer of ${chore} was withdrawn.`).count(), 0);
});

test('an admin fixes a chore, and with that ends its offer', async () => {
  const chore = await swappable(ana, 'Ana');
  await offer(ana, chore, { to: 'Ben' });
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor();
  await chooseFromMenu(ana, chore, 'Lock');
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor({ state: 'detached' });
  await block(ana).getByText(`${chore} was fixed by an admin, so the offer has ended.`).waitFor();
  for (const page of [ana, ben]) {
    await card(page, chore).getByText('Locked', { exact: true }).waitFor();
    assert.equal(await card(page, chore).getByRole('button', { name: 'Swap' }).count(), 0);
  }
  await press(card(ana, chore), 'More actions');
  assert.equal(await ana.getByRole('menuitem', { name: 'Give back' }).count(), 0);
  await ana.getByRole('menuitem', { name: 'Unlock' }).click();
  await card(ana, chore).getByRole('button', { name: 'Swap' }).waitFor();
  await card(ben, chore).getByText('Locked', { exact: true }).waitFor({ state: 'detached' });
});

test('an admin gives a chore back, and to somebody by hand', async () => {
  const chore = await swappable(ana, 'Ana');
  await chooseFromMenu(ana, chore, 'Give back');
  await card(ben, chore).waitFor({ state: 'detached' });
  await ana.getByText(`Due, and nobody has it yet: ${chore}`).waitFor();
  await press(ana, 'Give to...');
  const give = ana.getByRole('dialog', { name: 'Give to...' });
  await give.getByRole('radio', { name: 'Chi', exact: true }).check();
  assert.deepEqual(await axeViolations(ana), []);
  await press(give, 'Save');
  for (const page of [ana, ben]) {
    await has(page, 'Chi', chore);
    await card(page, chore).getByText('Locked', { exact: true }).waitFor();
  }
  // And one that somebody has, in one go.
  const other = await swappable(ana, 'Chi');
  await chooseFromMenu(ana, other, 'Give to...');
  await give.getByRole('radio', { name: 'Ben', exact: true }).check();
  await press(give, 'Save');
  for (const page of [ana, ben]) await has(page, 'Ben', other);
});

test('apart, one withdraws what the other accepts: both end up with the same', async () => {
  for (const page of [ana, ben]) {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  }
  const chore = await swappable(ana, 'Ana');
  await offer(ana, chore, { to: 'Ben' });
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor();
  for (const page of [ana, ben]) await saved(page).waitFor();
  await stage.server.kill();
  await press(block(ana).getByRole('listitem').filter({ hasText: `Ben ${chore}.` }), 'Withdraw');
  await press(block(ben), 'Accept');
  await has(ben, 'Ben', chore);
  await card(ben, chore).getByText('Requested').waitFor();
  await block(ben).getByText('Requested').first().waitFor();
  for (const page of [ana, ben]) await page.getByRole('status').getByText(/^Offline/).waitFor();
  await stage.server.comeBack();
  const unlucky = await Promise.any([ana, ben].map(async (page) => {
    await page.getByRole('status').getByText(/could not be applied/).waitFor();
    return page;
  }));
  await saved(unlucky === ana ? ben : ana).waitFor();
  const holder = unlucky === ana ? 'Ben' : 'Ana';
  for (const page of [ana, ben]) await has(page, holder, chore);
  await unlucky.getByRole('status').getByRole('button').click();
  const list = unlucky.getByRole('dialog', { name: 'Not applied' });
  await list.getByText(unlucky === ana ? 'Withdraw a swap' : 'Accept a swap').waitFor();
  await list.getByText(unlucky === ana ? /was accepted already, so it cannot be withdrawn/
    : /was withdrawn, so it cannot be accepted/).waitFor();
  await press(list, 'Discard');
  await saved(unlucky).waitFor();
});

// Tab by Tab to what has this role and name.
async function reach(page, target) {
  const isFocused = async () => await target.count() === 1
    && target.evaluate((node) => node === document.activeElement);
  for (let stop = 0; stop < 200 && !await isFocused(); ++stop) await page.keyboard.press('Tab');
  assert.ok(await isFocused(), `no Tab leads to ${target}`);
}

test('without a pointer: offered from "Why me?", and accepted', async () => {
  const chore = await swappable(ana, 'Ana');
  await reach(ana, card(ana, chore).getByRole('button', { name: 'Why me?' }));
  await ana.keyboard.press('Enter');
  const why = ana.getByRole('dialog', { name: 'Why me?' });
  await why.waitFor();
  await reach(ana, why.getByRole('button', { name: 'Swap' }));
  await ana.keyboard.press('Enter');
  const everyone = dialog(ana).getByRole('radio', { name: 'Everyone' });
  await everyone.waitFor();
  await reach(ana, everyone);
  await ana.keyboard.press('ArrowDown');
  await dialog(ana).getByRole('radio', { name: 'Ben', exact: true, checked: true }).waitFor();
  await reach(ana, dialog(ana).getByRole('button', { name: 'Send' }));
  await ana.keyboard.press('Enter');
  await dialog(ana).waitFor({ state: 'detached' });
  await block(ben).getByText(`Ana offers you ${chore}.`).waitFor();
  await reach(ben, block(ben).getByRole('button', { name: 'Accept', exact: true }));
  await ben.keyboard.press('Enter');
  for (const page of [ana, ben]) await has(page, 'Ben', chore);
});

test('who cannot take a chore is named with the reason', async () => {
  // Somebody new, who has no chores to be asked about.
  await openSection(ana, 'Roommates');
  await addRoommate(ana, 'Dora');
  const dora = ana.getByRole('listitem')
    .filter({ has: ana.getByRole('heading', { name: 'Dora', exact: true }) });
  await press(ana, 'Edit Dora');
  await press(dora, 'Add dates');
  const day = await ana.evaluate(() => new Date(Date.now() - 36e5 * 24).toISOString().slice(0, 10));
  await dora.getByLabel('First day away', { exact: true }).fill(day);
  await press(dora, 'Add away dates');
  await press(dora, 'Save');
  await openSection(ana, 'Assignments');
  const chore = await swappable(ana, 'Ana');
  await press(card(ana, chore), 'Swap');
  await dialog(ana).getByText(`Dora is away when ${chore} is to be done.`).waitFor();
  assert.equal(await dialog(ana).getByRole('radio', { name: 'Dora', exact: true }).count(), 0);
  await press(dialog(ana), 'Cancel');
});
