// A household of one device with more rows than anybody types: written where the browser keeps
// them, while no page holds them.
import { addChore, openSection } from './chores.mjs';

export const nameOf = (number) => `Chore ${String(number).padStart(3, '0')}`;

// A page that shows the chores of such a household.
export async function openLongList(stage, count, options) {
  const page = await stage.openPage('/chores', options);
  await page.getByRole('button', { name: 'Use on this device only' }).click();
  await page.getByLabel('Household name').fill('My flat');
  await page.getByLabel('Your name').fill('Chi');
  await page.getByRole('button', { name: 'Create household' }).click();
  const kept = page.getByRole('status').getByText('Saved on this device');
  await kept.waitFor();
  await openSection(page, 'Chores');
  await addChore(page, { name: nameOf(1) });
  await kept.waitFor();
  await page.goto(`${stage.server.address}/api/health/live`); // nobody holds the database
  await multiplyChore(page, nameOf(1), count);
  await page.goto(`${stage.server.address}/chores`);
  // A few rows come in each frame.
  await page.getByRole('heading', { name: nameOf(count) })
    .waitFor({ state: 'attached', timeout: 120_000 });
  return page;
}

// Copies the one chore `name` until there are `count`: "Chore 001" to "Chore 240".
async function multiplyChore(page, name, count) {
  const database = (await page.evaluate(() => indexedDB.databases())).map((each) => each.name)
    .find((each) => each.startsWith('roomieroster-'));
  await page.evaluate(async ({ from, first, wanted }) => {
    const finished = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const opened = await finished(indexedDB.open(from));
    const transaction = opened.transaction('kv', 'readwrite');
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
    });
    const store = transaction.objectStore('kv');
    const key = (await finished(store.getAllKeys())).find((each) => each.startsWith('b/') &&
      each.includes('/chore/'));
    const row = new TextDecoder().decode(await finished(store.get(key)));
    const id = key.split('/').at(-1);
    for (let number = 2; number <= wanted; number += 1) {
      const copy = id.slice(0, -6) + number.toString(16).padStart(6, '0');
      const words = first.replace('001', String(number).padStart(3, '0'));
      store.put(new TextEncoder().encode(row.replaceAll(id, copy).replaceAll(first, words)),
        key.replace(id, copy));
    }
    await done;
    opened.close();
  }, { from: database, first: name, wanted: count });
}
