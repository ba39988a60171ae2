// Days away: chosen from a month, or typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { phone, setStage } from './lib/stage.mjs';

const stage = setStage();

const press = (place, name) => place.getByRole('button', { name, exact: true }).click();
const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const removal = (page) => page.getByRole('button', { name: /^Remove .*Mar 20 to .*Mar 27/ });

async function openFields(options = {}) {
  const page = await stage.openHome({ section: 'Roommates', ...options });
  await press(page, 'Edit Ana');
  await press(page, 'Add dates');
  await field(page, 'First day away').waitFor();
  return page;
}

for (const [size, options] of [['a desktop', {}], ['a phone', phone]]) {
  test(`both days are chosen from a month on ${size}`, async () => {
    const page = await openFields(options);
    await field(page, 'First day away').fill('3/1/2099');
    await press(page, 'Choose First day away');
    const month = page.getByRole('dialog', { name: 'First day away' });
    await month.getByRole('heading', { name: 'March 2099' }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await month.getByRole('gridcell', { name: 'Friday, March 20, 2099' }).click();
    await month.waitFor({ state: 'detached' });
    await eventually(() => field(page, 'First day away').inputValue(), '3/20/2099');
    await page.getByRole('button', { name: 'Choose First day away' })
      .and(page.locator(':focus')).waitFor();
    await field(page, 'Last day away').fill('3/21/2099');
    await press(page, 'Choose Last day away');
    const end = page.getByRole('dialog', { name: 'Last day away' });
    // Nobody comes back before going away.
    await eventually(() => end.getByRole('gridcell', { name: 'Thursday, March 19, 2099' })
      .getAttribute('aria-disabled'), 'true');
    await end.getByRole('gridcell', { name: 'Friday, March 27, 2099' }).click();
    await press(page, 'Add away dates');
    await removal(page).waitFor();
    assert.equal(await field(page, 'First day away').count(), 0);
  });
}

test('typed days are read generously, and what is no day stays and is refused', async () => {
  const page = await openFields();
  await press(page, 'Add away dates');
  await page.getByRole('alert').filter({ hasText: 'First day away is required.' }).waitFor();
  await field(page, 'First day away').fill('someday');
  await press(page, 'Add away dates');
  await page.getByRole('alert').filter({ hasText: 'First day away must be a day such as' })
    .waitFor();
  assert.equal(await field(page, 'First day away').inputValue(), 'someday');
  await field(page, 'First day away').fill('20.3.2099');
  await field(page, 'Last day away').fill('2/1/2099');
  await press(page, 'Add away dates');
  await page.getByRole('alert').filter({ hasText: 'Last day away must not be before' }).waitFor();
  await field(page, 'Last day away').fill('2099-03-27');
  await press(page, 'Add away dates');
  await removal(page).waitFor();
});

test('an absence without a last day is open', async () => {
  const page = await openFields();
  await field(page, 'First day away').fill('3/20/2099');
  await press(page, 'Add away dates');
  await page.getByRole('button', { name: /^Remove from .*Mar 20/ }).waitFor();
});
