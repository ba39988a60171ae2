// Every screen, dialog, menu and notice where there is little room: narrow phones, a page at twice
// its size, letters at twice their size. Nothing is cut off, nothing scrolls the page sideways, and
// every control is large enough for a finger.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from './lib/stage.mjs';
import { showing, tour } from './lib/tour.mjs';

const stage = setStage();
const kinds = {
  narrow: { width: 320, height: 640 },
  phone: { width: 390, height: 844 },
  // As 1280 by 800 at 200 %.
  zoomed: { width: 640, height: 400 },
};
const largeLetters = { letters: { width: 1280, height: 800 } };

// What is wrong with the elements that are there.
function findFaults() {
  const faults = [];
  const told = (element) =>
    (element.getAttribute('aria-label') ?? element.textContent).slice(0, 60);
  const isShown = (element) => element.checkVisibility() && !element.closest('[inert]');
  const tooWide = document.documentElement.scrollWidth - innerWidth;
  if (tooWide > 0) faults.push(`the page is ${tooWide} pixels too wide`);
  const least = 43.5; // 44, less what rounding takes
  for (const element of document.querySelectorAll('button, a[href], input, select, textarea')) {
    if (!isShown(element)) continue;
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const name = `${element.tagName} "${told(element)}"`;
    if (width < least || height < least) {
      faults.push(`${name} is only ${width.toFixed(1)} by ${height.toFixed(1)}`);
    }
    if (left < -1 || right > innerWidth + 1) faults.push(`${name} reaches over the edge`);
    const region = [...document.querySelectorAll('*')].findLast((each) =>
      each.contains(element) && getComputedStyle(each).overflowY === 'auto');
    if (!region && (top < -1 || bottom > innerHeight + 1)) faults.push(`${name} is out of reach`);
    if (region && region.clientHeight < least) faults.push(`${name} has no room to be seen`);
  }
  for (const element of document.querySelectorAll('h1, h2, h3, p, span')) {
    if (!isShown(element) || element.textContent === '') continue;
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) faults.push(`"${told(element)}" is cut off`);
  }
  return faults;
}

// Titles that end in "…".
function findCutTitles() {
  return [...document.querySelectorAll('h1')].filter((title) => {
    const range = document.createRange();
    range.selectNodeContents(title);
    return title.checkVisibility() &&
      range.getBoundingClientRect().width > title.getBoundingClientRect().width + 1.5;
  }).map((title) => `the title "${title.textContent}" is cut off`);
}

test('nothing is cut off and every target is 44 wide and high, on every screen', async () => {
  const faults = [];
  const seen = new Set();
  const measure = async (page, name) => {
    seen.add(name);
    const found = await page.evaluate(findFaults);
    // Names that people made too long are cut.
    if (!name.startsWith('long-')) found.push(...await page.evaluate(findCutTitles));
    for (const fault of found) faults.push(`${name}: ${fault}`);
  };
  await tour(stage.browser, stage.server, async (page, name, { kinds: asked } = {}) => {
    if (asked && !asked.phone) return; // seen already, in the sizes of this test
    const look = (each) => showing(page, { kinds: each, schemes: ['light'] },
      (label) => measure(page, `${name}-${label}`));
    await look(kinds);
    const tools = await page.context().newCDPSession(page);
    await tools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await look(largeLetters);
    await tools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    await tools.detach();
  });
  assert.deepEqual([...new Set(faults)], []);
  assert.ok(seen.size >= 120, `only ${seen.size} states were seen`);
});
