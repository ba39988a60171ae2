// The program comes in two parts: the first leads in, the rest is for who has a household.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saved, startHousehold } from './lib/home.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

const rest = /\/rest-[0-9a-f]+\.wasm$/;

// A page whose rest of the program is answered by `answer`, and what it complains of.
async function openPage(answer) {
  const complaints = []; // calls of what is not there yet
  const page = await stage.openPage('/', {
    serviceWorkers: 'block',
    prepare: async (opened) => {
      opened.on('console', (message) => {
        if (message.text().startsWith('waiting for the rest')) complaints.push(message.text());
      });
      await opened.route(rest, answer);
    },
  });
  await page.getByRole('button', { name: 'Start a household' }).waitFor();
  return { page, complaints };
}

test('everything before a household works without the rest', async () => {
  const { page, complaints } = await openPage((route) => route.abort());
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Start a household' }).click();
  await page.getByRole('button', { name: 'Create household' }).click();
  await page.getByText('Household name is required.').waitFor();
  await page.getByLabel('Your name').fill('Ana 日本');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Join a household' }).click();
  await page.getByLabel('Invitation code').fill('ABCD-EFGH');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel('Invitation code').press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('who is in before the rest has come waits for it, and loses nothing', async () => {
  const held = [];
  const { page, complaints } = await openPage((route) => {
    held.push(route);
    // The second time somebody cannot go on without it.
    if (held.length > 1) for (const each of held.splice(0)) each.continue();
  });
  await startHousehold(page, { person: 'Ana' });
  assert.equal(complaints.length, 1);
  await page.unroute(rest);
  await page.reload();
  await saved(page).waitFor();
  assert.equal(complaints.length, 1);
  await page.context().close();
});
