// Nothing can be used with the pointer that has no name: in every screen and state, each item that
// Dear ImGui drew has a named control over it, within 2 CSS px. Read from the checked page
// (tests/e2e/checked), which is the product's code with Dear ImGui's own item hooks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkedWebFolder, startBrowser, startServer } from './lib/browser.mjs';
import { eventually } from './lib/eventually.mjs';
import { showing, tour } from './lib/tour.mjs';

let server;
let browser;

before(async () => {
  server = await startServer({ web: checkedWebFolder });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// Contexts whose pages are heard: their faults, and how many items their last frame had.
function listen() {
  const faults = [];
  const counts = new Map(); // by page
  const newContext = async (options) => {
    const context = await browser.newContext(options);
    context.on('console', (message) => {
      const text = message.text();
      if (text.startsWith('coverage: ')) faults.push(text.slice('coverage: '.length));
      const found = text.match(/^checked: (\d+) items/);
      if (found) counts.set(message.page(), Number(found[1]));
    });
    return context;
  };
  return { faults, counts, newContext };
}

test('every item of every screen and state has a named control over it', async (t) => {
  const { faults, counts, newContext } = listen();
  const told = [];
  let itemCount = 0;
  let stateCount = 0;
  await tour({ newContext }, server, async (page, name, options = {}) => {
    await showing(page, { ...options, schemes: ['light'] }, async (label) => {
      stateCount += 1;
      itemCount += counts.get(page);
      told.push(...faults.splice(0).map((fault) => `${name}-${label}: ${fault}`));
    });
  });
  t.diagnostic(`${itemCount} items in ${stateCount} states`);
  assert.deepEqual(told, []);
  assert.ok(stateCount >= 100, `only ${stateCount} states were seen`);
  assert.ok(itemCount >= 2000, `only ${itemCount} items were seen`);
});

// Each of these must be found, or the gate above proves nothing.
const spoilers = {
  'an item without a control': [
    () => globalThis.showBareItem(), /^no control lies over the item at 100 100 150 150$/],
  'a control three pixels off': [
    (button) => { button.style.marginLeft = '3px'; }, /^no control lies over the item/],
  'a control without a name': [
    (button) => button.replaceChildren(), /^no name: <button/],
  'a control that is hidden': [
    (button) => { button.hidden = true; }, /^no control lies over the item/],
  'a control that nobody drew': [
    (button) => button.after(Object.assign(button.cloneNode(true), { style: 'width: 50px' })),
    /^nothing is drawn for Start a household/],
};
for (const [name, [spoil, words]] of Object.entries(spoilers)) {
  test(`the check tells ${name}`, async () => {
    const { faults, counts, newContext } = listen();
    const context = await newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(server.address);
    const button = page.getByRole('button', { name: 'Start a household' });
    await button.waitFor();
    // What the page says comes between two questions to it.
    const heard = (isTrue) => eventually(() => page.title().then(isTrue), true);
    await heard(() => counts.get(page) > 0);
    assert.deepEqual(faults, []);
    await button.evaluate(spoil);
    await page.setViewportSize({ width: 1000, height: 700 }); // a frame
    await heard(() => faults.some((fault) => words.test(fault)));
    await context.close();
  });
}
