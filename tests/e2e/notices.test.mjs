// The bell in a home where nothing waits for anybody; swaps.test.mjs has the others.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
let page;

before(async () => {
  page = await stage.openHome({ section: 'Chores' });
});

const bell = (name) => page.getByRole('button', { name, exact: true });
const list = () => page.getByRole('dialog', { name: 'Notices' });

test('nothing waits in a new home', async () => {
  await bell('Notices').click();
  await list().getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.keyboard.press('Escape');
  await list().waitFor({ state: 'detached' });
});
