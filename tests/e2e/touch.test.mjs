// What fingers do: tap, scroll, flick, hold and pull.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { eventually } from './lib/eventually.mjs';
import { phone, setStage } from './lib/stage.mjs';

const stage = setStage();
const names = Array.from({ length: 16 }, (_, i) => `Roommate ${i + 1}`);

let home;

before(async () => {
  const page = await stage.openHome({ roommates: names, ...phone });
  home = page.context();
});

// A list that scrolls, on a phone.
async function openList() {
  const page = await stage.openTab(home, '/roommates');
  await page.getByRole('heading', { name: names[0], exact: true }).waitFor();
  return page;
}

const main = (page) => page.getByRole('main');
// How far the page's own region is scrolled.
const scrolled = (page) => main(page).evaluate((element) =>
  Math.max(...[...element.querySelectorAll('*')].map((each) => each.scrollTop)));

async function centre(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

async function finger(page) {
  const tools = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => tools.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (place) => send('touchStart', [place]),
    move: (place) => send('touchMove', [place]),
    up: () => send('touchEnd', []),
    tools,
  };
}

test('a finger that begins on a button and moves on scrolls, and presses nothing', async () => {
  const page = await openList();
  const button = page.getByRole('button', { name: `Edit ${names[3]}`, exact: true });
  await button.scrollIntoViewIfNeeded();
  const before = await scrolled(page);
  const place = await centre(button);
  const { down, move, up } = await finger(page);
  await down(place);
  for (let step = 1; step <= 10; step += 1) await move({ x: place.x, y: place.y - 12 * step });
  await up();
  await page.waitForFunction(([element, from]) => [...element.querySelectorAll('*')]
    .some((each) => each.scrollTop > from + 50), [await main(page).elementHandle(), before]);
  assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
  // The same button tapped is pressed.
  await button.tap();
  await page.getByRole('button', { name: 'Save' }).waitFor();
});

test('a flick goes on after the finger has left', async () => {
  const page = await openList();
  await page.evaluate(() => {
    globalThis.places = []; // where it was scrolled to since the finger left
    addEventListener('touchend', () => { globalThis.places = []; }, true);
    addEventListener('scroll', ({ target }) => globalThis.places.push(target.scrollTop), true);
  });
  // Its events tell when they happened: 16 ms from each to the next, however slow this machine is.
  const { tools } = await finger(page);
  let timestamp = Date.now() / 1000 - 1;
  const send = (type, touchPoints) =>
    tools.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: timestamp += 0.016 });
  await send('touchStart', [{ x: 195, y: 700 }]);
  for (let y = 660; y >= 460; y -= 40) await send('touchMove', [{ x: 195, y }]);
  await send('touchEnd', []);
  // Far beyond the last place of the finger, in several steps.
  await page.waitForFunction(() => globalThis.places.length > 3 &&
    globalThis.places.at(-1) - globalThis.places[0] > 60);
});

test('pulling down at the top does not load the page anew', async () => {
  const page = await openList();
  await page.evaluate(() => { globalThis.isSame = true; });
  const { down, move, up } = await finger(page);
  for (const y of [100, 400]) {
    await down({ x: 195, y });
    for (let step = 1; step <= 15; step += 1) await move({ x: 195, y: y + 20 * step });
    await up();
  }
  assert.equal(await page.evaluate(() =>
    getComputedStyle(document.documentElement).overscrollBehaviorY), 'none');
  assert.equal(await page.evaluate(() => globalThis.isSame), true);
  await eventually(() => scrolled(page), 0);
});

// A browser without a window makes no menu of a held finger: its event is sent instead.
const isMenuKept = (control) => control.evaluate((element) => !element.dispatchEvent(
  new PointerEvent('contextmenu', { bubbles: true, cancelable: true, pointerType: 'touch' })));

test('a finger that stays on a control selects nothing and opens no menu of the browser',
  async () => {
    const page = await openList();
    const { tools } = await finger(page);
    const controls = [page.getByRole('button', { name: 'Add Roommate' }),
      page.getByRole('link', { name: 'Assignments' }),
      page.getByRole('button', { name: `Edit ${names[0]}`, exact: true })];
    for (const control of controls) {
      await tools.send('Input.synthesizeTapGesture', {
        ...await centre(control), duration: 1200, gestureSourceType: 'touch',
      });
      assert.equal(await isMenuKept(control), true);
    }
    assert.equal(await page.evaluate(() => getSelection().toString()), '');
    assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
    // A field keeps the browser's own: paste is there.
    assert.equal(await isMenuKept(page.getByLabel('Name', { exact: true })), false);
  });
