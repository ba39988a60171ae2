// The gallery in every look: axe finds nothing, nothing makes the page scroll sideways, and its
// rooms have addresses.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { startBrowser } from './lib/browser.mjs';
import { eventually } from './lib/eventually.mjs';
import { openRoom, rooms, startGallery } from './lib/gallery.mjs';
import { showing, sizes } from './lib/tour.mjs';

let server;
let browser;

before(async () => {
  server = await startGallery();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('axe finds nothing in any room, size and colour', async () => {
  const faults = [];
  const page = await openRoom(browser, server, '');
  for (const room of rooms) {
    await page.goto(`${server.address}/gallery${room}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const kinds = { ...sizes, narrow: { width: 320, height: 640 } };
    for (const contrast of ['no-preference', 'more']) {
      await showing(page, { kinds, contrast }, async (label) => {
        const name = `${room} ${label} ${contrast}`;
        for (const fault of await axeViolations(page)) faults.push(`${name}: ${fault}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) faults.push(`${name}: ${wide} pixels too wide`);
      });
    }
  }
  assert.deepEqual(faults, []);
});

test('a room has an address, and back leads to the one before', async () => {
  const page = await openRoom(browser, server, '');
  await page.getByRole('link', { name: 'Charts' }).click();
  await page.getByRole('heading', { name: 'Charts', level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/gallery/charts');
  await page.goBack();
  await page.getByRole('heading', { name: 'Buttons', level: 1 }).waitFor();
});

test('tabs: one stop, arrow keys choose, the panel follows', async () => {
  const page = await openRoom(browser, server, '');
  const panel = (name) => page.getByRole('tabpanel', { name });
  await page.getByRole('tab', { name: 'Pending Approvals' }).focus();
  await page.keyboard.press('ArrowRight');
  await panel('My Requests').getByText('You asked for one.').waitFor();
  await page.keyboard.press('End');
  await panel('All Requests').waitFor();
  await page.keyboard.press('ArrowRight');
  await panel('Pending Approvals').waitFor();
  const focused = page.getByRole('tab', { name: 'Pending Approvals', selected: true });
  await eventually(() => focused.evaluate((node) => node === document.activeElement), true);
});

test('a slider moves by keys and says its value in words', async () => {
  const page = await openRoom(browser, server, '');
  const slider = page.getByRole('slider', { name: 'Duration' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await eventually(() => slider.getAttribute('aria-valuetext'), '30 min');
  await page.keyboard.press('End');
  await eventually(() => slider.getAttribute('aria-valuetext'), '120 min');
});

test('a tooltip comes with the focus and goes with Escape', async () => {
  const page = await openRoom(browser, server, '');
  await page.getByRole('checkbox', { name: 'Kitchen bin' }).focus();
  await page.keyboard.press('Tab');
  const tooltip = page.getByRole('tooltip', { name: 'Mark done' });
  await tooltip.waitFor();
  await page.keyboard.press('Escape');
  await tooltip.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Mark done' }).hover();
});
