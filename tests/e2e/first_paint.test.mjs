// Before the program is there: what stands in its place is accessible from the first paint, and
// what is shown when the program does not come, too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { setStage } from './lib/stage.mjs';
import { sizes } from './lib/tour.mjs';

const stage = setStage();
const program = /\.wasm/;

for (const [kind, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing before the program is there: ${kind}, ${colorScheme}`, async () => {
      let letCome;
      const held = new Promise((resolve) => { letCome = resolve; });
      const page = await stage.openPage('/chores', { viewport, colorScheme,
        serviceWorkers: 'block',
        prepare: (fresh) => fresh.route(program, async (route) => {
          await held;
          await route.continue();
        }) });
      const loading = page.getByRole('status').getByText('Loading');
      await loading.waitFor();
      assert.deepEqual(await axeViolations(page), []);
      letCome();
      await page.getByRole('button', { name: 'Start a household' }).waitFor();
      assert.equal(await loading.count(), 0);
      assert.deepEqual(await axeViolations(page), []);
      await page.context().close();
    });
  }
}

test('axe finds nothing where the program did not come', async () => {
  const page = await stage.openPage('/chores', { serviceWorkers: 'block',
    prepare: (fresh) => fresh.route(program, (route) => route.abort()) });
  await page.getByRole('button', { name: 'Try Again' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
});
