// With less motion wanted, nothing moves: what changes is there within two pictures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRoommate } from './lib/chores.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

// Counts the pictures that differ from the one before, read where they were drawn.
function countPictures() {
  globalThis.pictures = [];
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => ask((now) => {
    callback(now);
    const gl = document.querySelector('canvas')?.getContext('webgl2');
    if (!gl || !globalThis.isCounting) return;
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const pixels = new Uint32Array(width * height);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(pixels.buffer));
    const picture = pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
    if (globalThis.pictures.at(-1) !== picture) globalThis.pictures.push(picture);
  });
}

// What has the focus before, and the key.
const transitions = {
  'a dialog opens': [(page) => page.getByRole('button', { name: 'Adjust points' }), 'Enter'],
  'a dialog closes': [null, 'Escape'],
  'a menu opens': [(page) => page.getByRole('button', { name: /^Profile/ }), 'Enter'],
  'a menu closes': [null, 'Escape'],
  'a segment is chosen': [(page) => page.getByRole('radio', { name: 'Dark' }), 'Space'],
};

// The number of pictures after each transition, the one before it not counted.
async function count(reducedMotion) {
  const page = await stage.openHome({ place: '/roommates', reducedMotion,
    viewport: { width: 600, height: 500 },
    prepare: (fresh) => fresh.addInitScript(countPictures) });
  const still = async () => {
    await page.waitForFunction(() => {
      const isStill = globalThis.seenPictures === globalThis.pictures.length;
      globalThis.seenPictures = globalThis.pictures.length;
      return isStill;
    }, undefined, { polling: 500 });
  };
  await addRoommate(page, 'Ben');
  await page.reload();
  await page.getByRole('button', { name: 'Edit Ben' }).press('Enter');
  await page.getByRole('button', { name: 'Adjust points' }).waitFor();
  await page.evaluate(() => { globalThis.isCounting = true; });
  const counts = {};
  let place = 0;
  for (const [name, [find, key]] of Object.entries(transitions)) {
    if (name === 'a segment is chosen') {
      await page.goto(`${stage.server.address}/settings/appearance`);
      await page.getByRole('radio', { name: 'Dark' }).waitFor();
      await page.evaluate(() => { globalThis.isCounting = true; });
    }
    await find?.(page).focus();
    await page.mouse.move(place += 1, 1); // draws the picture before
    await still();
    const before = await page.evaluate(() => globalThis.pictures.length);
    assert.ok(before > 0, name);
    await page.keyboard.press(key);
    await page.waitForFunction((count) => globalThis.pictures.length > count, before);
    await still();
    counts[name] = await page.evaluate((from) => globalThis.pictures.length - from, before);
  }
  await page.context().close();
  return counts;
}

test('no transition takes more than two pictures', async () => {
  for (const [name, pictures] of Object.entries(await count('reduce'))) {
    assert.ok(pictures <= 2, `${name}: ${pictures} pictures`);
  }
});

test('with motion a dialog takes more', async () => {
  assert.ok((await count('no-preference'))['a dialog opens'] > 2);
});
