// The day grid: bookings made and moved with the mouse, with keys, and never onto each other.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { countWork } from './lib/at_rest.mjs';
import { eventually } from './lib/eventually.mjs';
import { middleOf, setGallery } from './lib/gallery.mjs';

const stage = setGallery();
let page;

beforeEach(async () => {
  await page?.context().close();
  page = await stage.openRoom('/times');
});

const hour = 40; // pixels
// Intl puts a narrow space before AM and PM.
const booking = (person, times) => page.getByRole('button', {
  name: new RegExp(`^${person}, ${times.replaceAll(' ', '\\s')}`),
});

async function drag(from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

test('a drag moves a booking, also to the other machine', async () => {
  const from = await middleOf(booking('Chi', '6:00 PM to 8:00 PM, Washer'));
  await drag(from, { x: from.x + from.box.width, y: from.y + hour });
  await booking('Chi', '7:00 PM to 9:00 PM, Dryer').waitFor();
});

test('a drag onto another booking is refused in words, and nothing moves', async () => {
  const from = await middleOf(booking('Chi', '6:00 PM to 8:00 PM, Washer'));
  await drag(from, { x: from.x, y: from.y - 3 * hour });
  await page.getByText(/^Overlaps Ben, 2:00\sPM to 4:00\sPM$/).waitFor();
  await booking('Chi', '6:00 PM to 8:00 PM, Washer').waitFor();
});

test('keys move a booking, Enter sets it down, Escape puts it back', async () => {
  await booking('Chi', '6:00 PM to 8:00 PM, Washer').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.getByText(/^6:30\sPM to 8:30\sPM, Dryer$/).waitFor();
  await page.keyboard.press('Enter');
  await booking('Chi', '6:30 PM to 8:30 PM, Dryer').waitFor();
  await booking('Chi', '6:30 PM to 8:30 PM, Dryer').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText(/^7:00\sPM to 9:00\sPM, Dryer$/).waitFor();
  await page.keyboard.press('Escape');
  await booking('Chi', '6:30 PM to 8:30 PM, Dryer').waitFor();
});

test('the ends of the selected booking are moved by keys and by the mouse', async () => {
  await booking('Chi', '6:00 PM to 8:00 PM, Washer').click();
  const end = page.getByRole('button', { name: /^End of Chi/ });
  await end.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await booking('Chi', '6:00 PM to 8:30 PM, Washer').waitFor();
  const from = await middleOf(end);
  await drag(from, { x: from.x, y: from.y + hour });
  await booking('Chi', '6:00 PM to 9:30 PM, Washer').waitFor();
});

test('a free place is booked by a drag, and by a key', async () => {
  const dryer = await middleOf(page.getByRole('button', { name: 'Book Dryer' }));
  const top = dryer.box.y + 13 * hour + 4; // 7 PM
  await drag({ x: dryer.x, y: top }, { x: dryer.x, y: top + hour + 10 });
  await booking('Ana', '7:00 PM to 8:30 PM, Dryer').waitFor();
  await page.getByRole('button', { name: 'Book Washer' }).focus();
  await page.keyboard.press('Enter');
  await booking('Ana', '4:00 PM to 6:00 PM, Washer').waitFor();
});

const press = (place, name) => place.getByRole('button', { name, exact: true }).click();
const openClock = (prepare) => stage.openRoom('/times', { prepare: async (fresh) => {
  await stage.checks.hear(fresh);
  await prepare(fresh);
} });

test('a running clock asks for one frame in each second that it shows', async () => {
  // Not checked for its controls: the browser scrolls by its own clock, the program draws by this.
  const clock = await stage.openRoom('/times', { prepare: async (fresh) => {
    await fresh.clock.install();
    await fresh.addInitScript(countWork);
  } });
  await press(clock, 'Start');
  await clock.getByRole('img', { name: 'Time left: 24:58' }).waitFor(); // the press was drawn
  await clock.clock.pauseAt(await clock.evaluate(() => Date.now() + 2000));
  const frames = () => clock.evaluate(() => globalThis.counts.frames);
  const before = await frames();
  await clock.clock.runFor(5000);
  assert.equal(await frames() - before, 5);
  await clock.context().close();
});

for (const [what, expected] of [['granted', ['screen', 'off']], ['refused', ['screen']],
  ['absent', []]]) {
  test(`a screen stays on while the clock runs, where that is ${what}`, async () => {
    const clock = await openClock((fresh) => fresh.addInitScript((name) => {
      globalThis.asked = [];
      const release = async () => { globalThis.asked.push('off'); };
      const lock = { async request(kind) {
        globalThis.asked.push(kind);
        if (name === 'refused') throw new DOMException('', 'NotAllowedError');
        return { released: false, release };
      } };
      Object.defineProperty(navigator, 'wakeLock',
        { value: name === 'absent' ? undefined : lock });
    }, what));
    await press(clock, 'Start');
    await press(clock, 'Pause');
    await clock.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await eventually(() => clock.evaluate(() => globalThis.asked), expected);
    await clock.context().close();
  });
}
