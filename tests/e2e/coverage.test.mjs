// Nothing can be used with the pointer that has no name: in every screen and state, each item that
// Dear ImGui drew has a named control over it, within 2 CSS px. Read from the checked page
// (tests/e2e/checked), which is the product's code with Dear ImGui's own item hooks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedWebFolder } from './lib/browser.mjs';
import { hearChecks } from './lib/checked.mjs';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';
import { showing, tour } from './lib/tour.mjs';

const stage = setStage({ web: checkedWebFolder });

test('every item of every screen and state has a named control over it', async (t) => {
  const { faults, counts, hear } = hearChecks();
  const newContext = async (options) => {
    const context = await stage.browser.newContext(options);
    hear(context);
    return context;
  };
  const told = [];
  let itemCount = 0;
  let stateCount = 0;
  await tour({ newContext }, stage.server, async (page, name, options = {}) => {
    if (options.contrast) return; // colours move no control
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
    const { faults, counts, hear } = hearChecks();
    const page = await stage.openPage('/', { prepare: hear });
    const button = page.getByRole('button', { name: 'Start a household' });
    await button.waitFor();
    // What the page says comes between two questions to it.
    const heard = (isTrue) => eventually(() => page.title().then(isTrue), true);
    await heard(() => counts.get(page) > 0);
    assert.deepEqual(faults, []);
    await button.evaluate(spoil);
    await page.setViewportSize({ width: 1000, height: 700 }); // a frame
    await heard(() => faults.some((fault) => words.test(fault)));
    await page.context().close();
  });
}
