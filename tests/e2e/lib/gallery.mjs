// The development page of all parts, with its own server, for tests of single parts. Its page is a
// checked one (tests/e2e/checked): what can be used without a named control over it fails the test.
import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach } from 'node:test';
import { webFolder } from './browser.mjs';
import { hearChecks } from './checked.mjs';
import { setStage } from './stage.mjs';
import { settle } from './tour.mjs';

export const rooms = ['', '/charts', '/pickers', '/lists', '/times', '/marks'];
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const galleryWebFolder = path.join(path.dirname(webFolder), 'web-gallery');

// Called once at the top of a file: a stage that opens rooms.
export function setGallery() {
  const stage = setStage({ web: galleryWebFolder });
  stage.checks = hearChecks();
  afterEach(() => assert.deepEqual(stage.checks.faults.splice(0), []));
  stage.openRoom = async (room, options = {}) => {
    const page = await stage.openPage(`/gallery${room}`, { prepare: stage.checks.hear,
      locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1280, height: 900 }, ...options });
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  return stage;
}

// A finger that goes from one place to another in steps, and rests there before it leaves: after a
// flick Chromium takes a tap of the next second for the hand that stops it.
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
  await settle(page);
  await touch('touchMove', [to]);
  await touch('touchEnd', []);
}

export async function middleOf(locator) {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}
