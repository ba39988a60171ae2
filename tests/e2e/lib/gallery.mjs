// The development page of all parts, with its own server, for tests of single parts.
import assert from 'node:assert/strict';
import path from 'node:path';
import { startServer, webFolder } from './browser.mjs';

export const rooms = ['', '/charts', '/pickers', '/lists', '/times', '/marks'];

export const startGallery = () =>
  startServer({ web: path.join(path.dirname(webFolder), 'web-gallery') });

export async function openRoom(browser, server, room, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-US',
    timezoneId: 'UTC', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(`${server.address}/gallery${room}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

// A finger that goes from one place to another in steps.
export async function swipe(page, from, to) {
  const client = await page.context().newCDPSession(page);
  const touch = (type, points) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  for (let step = 1; step <= 8; step += 1) {
    const part = step / 8;
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part }]);
  }
  await touch('touchEnd', []);
}

export async function middleOf(locator) {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}
