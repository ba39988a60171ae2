// What a device offers: installing, a number on the icon, notifications.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addChore, openSection } from './lib/chores.mjs';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
const safari = (device) => `Mozilla/5.0 (${device}) AppleWebKit/605.1.15 (KHTML, like Gecko) ` +
  'Version/18.0 Mobile/15E148 Safari/604.1';
const iphone = safari('iPhone; CPU iPhone OS 18_0 like Mac OS X');
const ipad = safari('Macintosh; Intel Mac OS X 10_15_7');
const installCard = (page) => page.getByRole('region', { name: 'Install', exact: true });
const settings = { place: '/settings/device' };

// What is due tomorrow is due. The server would set the clock right.
async function tomorrow(page) {
  await page.context().setOffline(true);
  await page.clock.setFixedTime(Date.now() + 86_400_000);
}

// The program looks at the calendar when something happens.
let place = 0;
async function afterSomething(page, read) {
  place = (place + 1) % 50;
  await page.mouse.move(place, 1);
  return page.evaluate(read);
}

test('where the browser asks, its question waits for a press', async () => {
  const page = await stage.openHome(settings);
  await page.getByRole('heading', { name: 'This device', level: 1 }).waitFor();
  assert.equal(await installCard(page).count(), 0);
  await page.evaluate(() => {
    globalThis.asked = 0;
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    offer.prompt = () => { globalThis.asked += 1; };
    dispatchEvent(offer);
    globalThis.isHeldBack = offer.defaultPrevented;
  });
  const button = installCard(page).getByRole('button', { name: 'Install' });
  await button.waitFor();
  assert.deepEqual(await page.evaluate(() => [globalThis.isHeldBack, globalThis.asked]), [true, 0]);
  await button.click();
  await page.waitForFunction(() => globalThis.asked === 1);
  await installCard(page).waitFor({ state: 'detached' });
});

test('Safari on a phone is told the steps, until it stands on the home screen', async () => {
  const page = await stage.openHome({ ...settings, userAgent: iphone });
  assert.deepEqual(await installCard(page).getByRole('listitem').allTextContents(),
    ['1. Press Share in the bar of Safari.', '2. Choose Add to Home Screen.', '3. Press Add.']);
  const pad = await stage.openHome({ ...settings, userAgent: ipad,
    prepare: (fresh) => fresh.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { get: () => 5 })) });
  await installCard(pad).waitFor();
  const installed = await stage.openHome({ ...settings, userAgent: iphone,
    prepare: (fresh) => fresh.addInitScript(() => { navigator.standalone = true; }) });
  await installed.getByRole('region', { name: 'Storage' }).waitFor();
  assert.equal(await installCard(installed).count(), 0);
});

test('the icon carries how many of my chores are due', async () => {
  const page = await stage.openHome({ place: '/chores',
    prepare: (fresh) => fresh.addInitScript(() => {
      globalThis.badges = [];
      navigator.setAppBadge = async (count) => { globalThis.badges.push(count); };
    }) });
  const badges = () => afterSomething(page, () => globalThis.badges.at(-1) ?? 0);
  for (const name of ['Dishes', 'Trash']) await addChore(page, { name, frequency: 'Daily' });
  await openSection(page, 'Assignments');
  await page.getByRole('button', { name: 'Assign Chores' }).first().click();
  await page.getByRole('heading', { name: 'Dishes', exact: true }).waitFor();
  assert.equal(await badges(), 0); // due tomorrow
  await tomorrow(page);
  await eventually(badges, 2);
  await page.getByRole('button', { name: 'Mark done' }).first().click();
  await eventually(badges, 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(badges, 2);
});

test('a browser without badges and notifications is silent', async () => {
  const page = await stage.openHome({ place: '/settings/device',
    prepare: (fresh) => fresh.addInitScript(() => {
      delete globalThis.Notification;
      delete Navigator.prototype.setAppBadge;
    }) });
  await page.getByRole('region', { name: 'Storage' }).waitFor();
  assert.equal(await page.getByRole('region', { name: 'Notifications' }).count(), 0);
});

const tellMe = (page) => page.getByRole('switch', { name: 'Tell me about chores that are due' });

test('notifications are asked for by a press alone, and told to whoever looks elsewhere',
  async () => {
    const page = await stage.openHome({ place: '/settings/device',
      prepare: (fresh) => fresh.addInitScript(() => {
        globalThis.asked = 0;
        globalThis.permission = 'default';
        globalThis.told = [];
        Object.defineProperty(Notification, 'permission', { get: () => globalThis.permission });
        Notification.requestPermission = async () => {
          globalThis.asked += 1;
          globalThis.permission = 'granted';
          return 'granted';
        };
        ServiceWorkerRegistration.prototype.showNotification = async (words) => {
          globalThis.told.push(words);
        };
        Object.defineProperty(document, 'hidden', { get: () => globalThis.isAway ?? false });
      }) });
    await tellMe(page).waitFor();
    assert.equal(await page.evaluate(() => globalThis.asked), 0);
    await tellMe(page).check();
    await page.waitForFunction(() => globalThis.asked === 1);
    await eventually(() => tellMe(page).isChecked(), true);
    await openSection(page, 'Chores');
    await addChore(page, { name: 'Dishes', frequency: 'Daily' });
    await openSection(page, 'Assignments');
    await page.getByRole('button', { name: 'Assign Chores' }).first().click();
    await page.getByRole('heading', { name: 'Dishes', exact: true }).waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready; // it tells, and is fetched from the server
      globalThis.isAway = true;
    });
    await tomorrow(page);
    await eventually(() => afterSomething(page, () => globalThis.told),
      ['1 chore of yours is due']);
    // Off again, it stays silent.
    await openSection(page, 'This device');
    await tellMe(page).uncheck();
    await eventually(() => tellMe(page).isChecked(), false);
  });

test('what the browser forbids is said, and not asked again', async () => {
  const page = await stage.openHome({ place: '/settings/device',
    prepare: (fresh) => fresh.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
      Notification.requestPermission = () => { throw new Error('asked'); };
    }) });
  await page.getByText('The browser forbids it').waitFor();
  await tellMe(page).click();
  await eventually(() => tellMe(page).isChecked(), false);
});
