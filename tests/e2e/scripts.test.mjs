// Words in many scripts, drawn on the canvas without a network, beside the DOM's own drawing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRoommate } from './lib/chores.mjs';
import { difference } from './lib/pictures.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();
const words = '日本 العربية 👩‍👩‍👧 🧹 ½ ß';
const others = '本日 ابيةلعر 👩‍👧 🪣 ¼ s';
const boxes = '□□ □□□□□□□ □ □ □ □';

const heading = (page, text) => page.getByRole('heading', { name: text, exact: true, level: 2 });

// The same words by the browser, at the same place, in the colours of the theme.
async function drawnByDom(page, element, text, clip) {
  const drawn = await element.evaluateHandle((node, words) => {
    const copy = node.cloneNode();
    copy.removeAttribute('id');
    copy.textContent = words;
    const { x, y } = node.getBoundingClientRect();
    copy.style.transform = `translate(${x}px, ${y}px)`;
    copy.style.setProperty('color', 'var(--ink)', 'important');
    const over = document.getElementById('layer').cloneNode();
    over.ariaHidden = 'true';
    over.style.background = '#ffffff'; // of cards in the light theme
    over.append(copy);
    document.body.append(over);
    return over;
  }, text);
  const picture = await page.screenshot({ clip });
  await drawn.evaluate((over) => over.remove());
  return picture;
}

test('the canvas draws every script as the DOM does, also offline', async () => {
  const page = await stage.openHome({ place: '/roommates', colorScheme: 'light' });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await addRoommate(page, words);
  await page.getByText('All changes saved').waitFor();
  await page.context().setOffline(true);
  await page.reload();
  const element = heading(page, words);
  await element.waitFor();
  await page.mouse.move(0, 0);
  const clip = await element.boundingBox();
  const drawn = await page.screenshot({ clip });
  // The DOM rounds where letters stand in its own way: a pixel higher or lower is alike.
  const compare = async (text) => {
    const found = [];
    for (const y of [clip.y - 1, clip.y, clip.y + 1]) {
      const other = await drawnByDom(page, element, text, { ...clip, y });
      found.push(await difference(page, drawn, other));
    }
    return Math.min(...found);
  };
  const same = await compare(words);
  const far = [await compare(others), await compare(boxes)];
  assert.ok(same <= 3, `${same} of 255`);
  assert.ok(Math.min(...far) > 4 * same + 4, `${same}, but ${far}`);
});
