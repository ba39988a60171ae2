// What assistive technology is given of a page, compared with what was written down about it
// (tests/e2e/snapshots). RENEW_SNAPSHOTS=1 writes down what is there now: read the difference.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { eventually } from './eventually.mjs';

const folder = new URL('../snapshots/', import.meta.url);

// What differs from day to day and from run to run.
const changing = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>'],
  [/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [A-Z][a-z]{2} \d{1,2}\b/g, '<day>'],
  [/\b\d{1,2}:\d\d\s[AP]M\b/g, '<time>'],
  [/http:\/\/127\.0\.0\.1:\d+/g, '<origin>'],
  [/\b(in \d+ days|tomorrow|today)\b/gi, '<soon>'],
  [/\b\d+(\.\d+)? [kM]?B\b/g, '<size>'],
  [/\b([A-Z0-9]{4}-){3,}[A-Z0-9]{4}\b/g, '<code>'],
];

const tidied = (text) => changing.reduce((rest, [pattern, word]) =>
  rest.replaceAll(pattern, word), text);

export async function matchSnapshot(page, name) {
  const file = new URL(`${name}.yaml`, folder);
  const read = async () => `${tidied(await page.locator('body').ariaSnapshot())}\n`;
  if (process.env.RENEW_SNAPSHOTS === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await read());
    return;
  }
  assert.ok(existsSync(file), `${name}: nothing is written down; see tools/snapshots`);
  await eventually(read, readFileSync(file, 'utf8'));
}
