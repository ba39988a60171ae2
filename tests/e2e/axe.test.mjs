// Every screen, dialog, menu and notice of the product in every size and colour: axe finds nothing,
// Tab goes as the eye does, and nothing makes the page scroll sideways.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { setStage } from './lib/stage.mjs';
import { tabOrderFaults } from './lib/tab_order.mjs';
import { showing, tour } from './lib/tour.mjs';

const stage = setStage();

test('every screen and state', async () => {
  const faults = [];
  const seen = new Set();
  await tour(stage.browser, stage.server, async (page, name, options = {}) => {
    // What lies over a screen is told in the same way in every colour.
    const isScreen = await page.getByRole('dialog').count() === 0;
    const schemes = isScreen ? ['light', 'dark'] : ['light'];
    await showing(page, { schemes, ...options }, async (label) => {
      seen.add(`${name}-${label}`);
      for (const fault of await axeViolations(page)) faults.push(`${name}-${label}: ${fault}`);
      for (const fault of await tabOrderFaults(page)) faults.push(`${name}-${label}: ${fault}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) faults.push(`${name}-${label}: ${overflow} pixels too wide`);
    });
  });
  assert.deepEqual(faults, []);
  assert.ok(seen.size >= 140, `only ${seen.size} states were seen`);
});
