// Through every screen and state of the product, as people reach them: with roles and names only.
// `look(page, name, { kinds, schemes, contrast })` is called in each; it sets the size and the
// colours by showing() and looks at the page in its own way.
import { addChore, addRoommate, card, exampleChores, openSection } from './chores.mjs';
import { invite, joinAs, saved, startHousehold } from './home.mjs';

export const sizes = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
};
const otherSizes = {
  narrow: { width: 320, height: 640 },
  tablet: { width: 768, height: 1024 },
  wide: { width: 1920, height: 1080 },
};
const everyone = ['Ben', 'Chi', 'Dev'];
const moreChores = [
  { name: 'Bathroom', points: 8, steps: ['Scrub the shower', 'Clean the toilet',
    'Wipe mirror and sink'] },
  { name: 'Vacuum', points: 5 },
  { name: 'Plants', points: 2 },
  { name: 'Windows', frequency: 'Monthly', points: 4 },
  { name: 'Fridge', frequency: 'Bi-weekly', points: 4 },
  { name: 'Recycling', type: 'Predefined Rotation', points: 7 },
];

// Measured heights settle within a few frames; after that nothing is drawn any more.
export const settle = (page) => page.evaluate(async () => {
  for (let frames = 0; frames < 8; frames += 1) await new Promise(requestAnimationFrame);
});

// Calls `each(label)` with the page in every size and scheme, at rest.
export async function showing(page, { kinds = sizes, schemes = ['light', 'dark'], ...media },
  each) {
  for (const [kind, viewport] of Object.entries(kinds)) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce',
        contrast: 'no-preference', ...media });
      await settle(page);
      await each(`${kind}-${colorScheme}`);
    }
  }
}

async function newPage(browser, address, viewport = sizes.desktop) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => { throw error; });
  await page.goto(address);
  return page;
}

const press = (place, name) => place.getByRole('button', { name, exact: true }).first().click();
const desktop = (page) => page.setViewportSize(sizes.desktop);
// As one finds it: from its top, without toasts and focus.
async function reopen(page) {
  await saved(page).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function go(page, section) {
  await desktop(page);
  await openSection(page, section);
}

async function seeGate(look, browser, server) {
  const page = await newPage(browser, server.address);
  await page.getByRole('button', { name: 'Start a household' }).waitFor();
  await look(page, 'gate');
  await look(page, 'gate', { kinds: otherSizes, schemes: ['light'] });
  await press(page, 'Start a household');
  await look(page, 'gate-start');
  await press(page, 'Create household');
  await look(page, 'gate-start-errors');
  await page.keyboard.press('Escape');
  await press(page, 'Join a household');
  await page.getByRole('dialog').waitFor();
  await look(page, 'gate-join');
  await page.keyboard.press('Escape');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.kill();
  await page.reload();
  await page.getByRole('button', { name: 'Use on this device only' }).waitFor();
  await look(page, 'gate-no-network');
  await server.comeBack();
  await page.context().close();
}

async function seeEmpty(look, page) {
  await startHousehold(page, { household: 'Linden Street 12' });
  for (const [section, name] of [['Assignments', 'assignments'], ['Chores', 'chores'],
    ['Roommates', 'roommates']]) {
    await go(page, section);
    await look(page, `${name}-empty`);
  }
  await go(page, 'Chores');
  await press(page, 'Add New Chore');
  await look(page, 'chores-first-form');
  await press(page, 'Cancel');
}

// Its notice stands over every screen until somebody has kept it.
async function keepRecoveryCode(look, page) {
  await desktop(page);
  await press(page, 'Show code');
  await page.getByRole('dialog').waitFor();
  await look(page, 'recovery-code');
  await press(page.getByRole('dialog'), 'I have kept it');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function seeRoommates(look, page) {
  await go(page, 'Roommates');
  await look(page, 'roommates');
  await look(page, 'roommates', { kinds: otherSizes, schemes: ['light'] });
  await desktop(page);
  await press(page, 'Edit Chi');
  await page.getByRole('textbox', { name: 'Name', exact: true }).last().waitFor();
  await look(page, 'roommates-form');
  await press(page, 'Add dates');
  await look(page, 'roommates-dates');
  await desktop(page);
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('First day away', { exact: true }).fill(soon);
  await press(page, 'Add away dates');
  await page.getByRole('dialog').waitFor();
  await look(page, 'roommates-away');
  await page.keyboard.press('Escape');
  await desktop(page);
  await press(page, 'Adjust points');
  await page.getByRole('dialog').waitFor();
  await look(page, 'roommates-adjust');
  await page.keyboard.press('Escape');
  await desktop(page);
  await press(page, 'Cancel');
}

async function seeChores(look, page) {
  await go(page, 'Chores');
  await reopen(page);
  await look(page, 'chores');
  await look(page, 'chores', { kinds: otherSizes, schemes: ['light'] });
  await desktop(page);
  await press(page, 'My preferences');
  await page.getByRole('dialog').waitFor();
  await look(page, 'chores-preferences');
  await page.keyboard.press('Escape');
  await desktop(page);
  await card(page, 'Bathroom').getByRole('button', { name: 'Manage Sub-tasks' }).click();
  await press(page, 'Add New Chore');
  await page.getByLabel('Chore Name').fill('Clean the oven');
  await look(page, 'chores-form');
  await press(page, 'Cancel');
  await desktop(page);
  await look(page, 'chores-steps');
  await press(page, 'Add Sub-task');
  await page.getByRole('dialog').waitFor();
  await look(page, 'chores-step-dialog');
  await page.keyboard.press('Escape');
  await desktop(page);
  await page.getByRole('button', { name: 'Edit Vacuum' }).click();
  await page.getByLabel('Points', { exact: true }).fill('0');
  await press(page, 'Save');
  await look(page, 'chores-form-error');
  await press(page, 'Cancel');
}

async function seeAssignments(look, page) {
  await go(page, 'Assignments');
  await look(page, 'assignments-before');
  await desktop(page);
  await press(page, 'Past cycles');
  await page.getByRole('heading', { name: 'No past cycles yet' }).waitFor();
  await look(page, 'past-cycles-empty');
  await go(page, 'Assignments');
  await press(page, 'Preview');
  await page.getByRole('dialog').waitFor();
  await look(page, 'assignments-preview');
  await page.keyboard.press('Escape');
  await desktop(page);
  await press(page, 'Assign Chores');
  await card(page, 'Bathroom').waitFor();
  const bathroom = card(page, 'Bathroom');
  for (const name of ['Scrub the shower', 'Clean the toilet']) {
    await bathroom.getByRole('checkbox', { name }).check();
  }
  await press(card(page, 'Dishes'), 'Mark done');
  await look(page, 'assignments-toast');
  await reopen(page);
  await page.mouse.move(0, 0);
  await look(page, 'assignments');
  await look(page, 'assignments', { kinds: otherSizes, schemes: ['light'] });
  await look(page, 'assignments-contrast', { contrast: 'more' });
  await desktop(page);
  await card(page, 'Windows').getByRole('button', { name: /^Why( me)?\?$/ }).click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'assignments-why');
  await page.keyboard.press('Escape');
  await desktop(page);
  await page.getByRole('radio', { name: 'Mine' }).check();
  await look(page, 'assignments-mine');
  await desktop(page);
  await page.getByRole('radio', { name: 'Everyone' }).check();
  await card(page, 'Windows').getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await look(page, 'assignments-menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog').getByRole('combobox');
  await search.fill('ba');
  await page.getByRole('option', { name: 'Bathroom' }).first().waitFor();
  await look(page, 'palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await desktop(page);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await look(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await desktop(page);
  await page.getByRole('button', { name: /^Notices/ }).click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'notices');
  await page.keyboard.press('Escape');
  await desktop(page);
  await press(page, 'Reset Cycle');
  await page.getByRole('dialog').waitFor();
  await look(page, 'assignments-reset');
  await page.keyboard.press('Escape');
  await desktop(page);
  await page.getByRole('button', { name: /^Profile/ }).click();
  await page.getByRole('menuitem').first().waitFor();
  await look(page, 'profile-menu');
  await page.keyboard.press('Escape');
  await page.setViewportSize(sizes.phone);
  await press(page, 'More');
  await page.getByRole('dialog').waitFor();
  await look(page, 'more', { kinds: { phone: sizes.phone } });
  await page.keyboard.press('Escape');
  await desktop(page);
}

const firstOf = (page, name) => page.getByRole('region', { name: `${name}'s Chores` })
  .getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Swap' }) }).first();

// Offers from both sides, as they stand for the one who is asked, and what came of one.
async function seeSwaps(look, page, ben) {
  await go(page, 'Assignments');
  await press(firstOf(page, 'Ana'), 'Swap');
  const dialog = page.getByRole('dialog', { name: 'Swap' });
  await dialog.waitFor();
  await look(page, 'swap-everyone');
  await dialog.getByRole('radio', { name: 'Ben', exact: true }).check();
  await dialog.getByLabel('Note').fill('I am away all weekend, would you mind?');
  const theirs = dialog.getByLabel('In return').getByRole('option').nth(1);
  await theirs.waitFor({ state: 'attached' });
  await dialog.getByLabel('In return').selectOption({ index: 1 });
  await look(page, 'swap');
  await look(page, 'swap', { kinds: otherSizes, schemes: ['light'] });
  await press(dialog, 'Send');
  await dialog.waitFor({ state: 'detached' });
  await press(firstOf(page, 'Chi'), 'Swap');
  await press(dialog, 'Send');
  await dialog.waitFor({ state: 'detached' });
  await go(ben, 'Assignments');
  const offers = ben.getByRole('region', { name: 'Swap offers' });
  await offers.getByText('Chi offers everyone').waitFor();
  await reopen(ben);
  await offers.waitFor();
  await look(ben, 'swap-offers');
  await look(ben, 'swap-offers', { kinds: otherSizes, schemes: ['light'] });
  await desktop(ben);
  await press(offers, 'Accept');
  await offers.getByText(/^You took /).waitFor();
  await press(offers, 'Decline');
  await saved(ben).waitFor();
  await page.getByText(/^Ben took /).waitFor();
  await page.getByText(/^Ben declined /).waitFor();
  await reopen(page);
  await look(page, 'swap-answers');
  await desktop(page);
  await press(firstOf(page, 'Ana'), 'More actions');
  await page.getByRole('menuitem', { name: 'Give to...' }).click();
  await page.getByRole('dialog', { name: 'Give to...' }).waitFor();
  await look(page, 'swap-give');
  await page.keyboard.press('Escape');
}

async function seeSettings(look, page) {
  for (const [section, name] of [['Members', 'members'], ['Fair division', 'division'],
    ['This device', 'device'], ['Appearance', 'appearance']]) {
    await go(page, section);
    await page.getByRole('heading', { name: section, level: 1 }).waitFor();
    await look(page, `settings-${name}`);
  }
  await go(page, 'This device');
  await press(page, 'Erase this device');
  await page.getByRole('dialog').waitFor();
  await look(page, 'settings-erase');
  await page.keyboard.press('Escape');
}

async function seeOffline(look, page, ben, server) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await saved(page).waitFor();
  await saved(ben).waitFor();
  await server.kill();
  await go(page, 'Roommates');
  await addRoommate(page, 'Finn');
  await go(ben, 'Roommates');
  await addRoommate(ben, 'Finn');
  await go(page, 'Assignments');
  await page.getByRole('status').getByText(/^Offline, 1 change/).waitFor();
  await page.reload(); // without the toast
  await page.getByRole('status').getByText(/^Offline, 1 change/).waitFor();
  await look(page, 'offline');
  await go(page, 'This device');
  await look(page, 'settings-device-offline');
  await server.comeBack();
  const refused = /could not be applied/;
  const unlucky = await Promise.any([page, ben].map(async (each) => {
    await each.getByRole('status').getByText(refused).waitFor();
    return each;
  }));
  await look(unlucky, 'refused');
  await desktop(unlucky);
  await unlucky.getByRole('status').getByRole('button').click();
  await unlucky.getByRole('dialog').waitFor();
  await look(unlucky, 'refused-list');
}

async function seeLongNames(look, browser, server) {
  const page = await newPage(browser, `${server.address}/roommates`);
  await startHousehold(page, { household: 'The Flat Above the Bakery on Linden Street Number 12',
    person: 'Wolfeschlegelsteinhausenbergerdorff' });
  await addRoommate(page, 'Maximiliana Theodora Anastasia von und zu Hohenfels-Langenburg');
  await look(page, 'long-roommates', { schemes: ['light'] });
  await go(page, 'Chores');
  await addChore(page, { name: 'Clean the big window above the staircase with the long ladder',
    steps: ['Fetch the long ladder from the neighbour on the third floor and bring it back'] });
  await look(page, 'long-chores', { kinds: { ...sizes, narrow: otherSizes.narrow },
    schemes: ['light'] });
  await go(page, 'Assignments');
  await press(page, 'Assign Chores');
  await page.getByText('1 chore assigned').first().waitFor();
  await reopen(page);
  await look(page, 'long-assignments', { kinds: { ...sizes, narrow: otherSizes.narrow },
    schemes: ['light'] });
  await page.context().close();
}

export async function tour(browser, server, look) {
  await seeGate(look, browser, server);
  const page = await newPage(browser, `${server.address}/assignments`);
  await seeEmpty(look, page);
  await keepRecoveryCode(look, page);
  await go(page, 'Roommates');
  for (const name of everyone) await addRoommate(page, name);
  await go(page, 'Chores');
  const names = moreChores.map(({ name }) => name);
  for (const chore of [...exampleChores.filter(({ name }) => !names.includes(name)),
    ...moreChores]) await addChore(page, chore);
  await seeChores(look, page);
  await seeAssignments(look, page);
  await seeRoommates(look, page);
  await desktop(page);
  const link = await invite(page);
  const ben = await newPage(browser, server.address);
  await joinAs(ben, link, 'Ben');
  await seeSwaps(look, page, ben);
  await seeSettings(look, page);
  await seeOffline(look, page, ben, server);
  await seeLongNames(look, browser, server);
}
