// A household that is kept: by the server, by the browser, and through the end of either.
import { test } from 'node:test';
import { startHousehold } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

const heading = (page, name) => page.getByRole('heading', { name, exact: true, level: 2 });

const openPage = () => stage.openPage('/roommates', { reducedMotion: 'no-preference' });

async function addRoommate(page, name) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add Roommate' }).click();
  await heading(page, name).waitFor();
}

test('what was saved is there after a reload', async () => {
  const page = await openPage();
  await startHousehold(page);
  await addRoommate(page, 'Ben');
  await page.getByRole('status').getByText('All changes saved').waitFor();
  await page.reload();
  await heading(page, 'Ben').waitFor();
  await heading(page, 'Ana').waitFor();
});

test('a household of this device alone is kept on it', async () => {
  const page = await openPage();
  await page.getByRole('button', { name: 'Use on this device only' }).click();
  await page.getByLabel('Household name').fill('My flat');
  await page.getByLabel('Your name').fill('Chi');
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await addRoommate(page, 'Dev');
  await page.getByRole('status').getByText('Saved on this device').waitFor();
  await page.reload();
  await heading(page, 'Dev').waitFor();
});

test('two tabs show each other\'s changes', async () => {
  const first = await openPage();
  await startHousehold(first);
  const second = await first.context().newPage();
  await second.goto(`${stage.server.address}/roommates`);
  await heading(second, 'Ana').waitFor();
  await addRoommate(second, 'Eve');
  await heading(first, 'Eve').waitFor();
  await addRoommate(first, 'Finn');
  await heading(second, 'Finn').waitFor();
  for (const page of [first, second]) {
    await page.getByRole('status').getByText('All changes saved').waitFor();
  }
});
