// 500 chores on a screen of three pixels for each: nothing happens at rest, and scrolling changes
// little of the page. (./bench has the times.)
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { countWork, stillFor } from './lib/at_rest.mjs';
import { openLongList } from './lib/many_rows.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
const rowCount = 500;
const mostChanges = 20; // of the page, in a frame
let page;

before(async () => {
  page = await openLongList(stage, rowCount, { deviceScaleFactor: 3,
    viewport: { width: 390, height: 844 }, prepare: (fresh) => fresh.addInitScript(countWork) });
});

test('a long list at rest asks for no frame and draws nothing', async () => {
  const { before: first, after: last } = await stillFor([page]);
  assert.ok(first[0].draws > 0);
  assert.deepEqual(last, first);
});

test('scrolling changes few elements of the page in each frame', async () => {
  const changes = await page.getByRole('main').evaluate(async (main) => {
    const region = [...main.querySelectorAll('*')].find((each) =>
      getComputedStyle(each).overflowY === 'auto');
    const watcher = new MutationObserver(() => {});
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true,
      characterData: true });
    const counts = [];
    for (let step = 0; step < 60; step += 1) {
      region.scrollTop += 180;
      // The program's own frame comes before the second of these.
      for (let each = 0; each < 2; each += 1) await new Promise(requestAnimationFrame);
      counts.push(watcher.takeRecords().length);
    }
    watcher.disconnect();
    return { counts, top: region.scrollTop };
  });
  assert.equal(changes.top, 60 * 180);
  assert.ok(Math.max(...changes.counts) <= mostChanges, changes.counts.join(' '));
});
