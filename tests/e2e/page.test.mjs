// The page's own behaviour: focus and keys, sizes and frames, hidden tabs, missing graphics.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './lib/eventually.mjs';
import { setStage } from './lib/stage.mjs';

const stage = setStage();

async function openHome(options = {}, prepare = async () => {}) {
  const page = await stage.openHome({ person: 'Olga', section: 'Roommates', prepare,
    reducedMotion: 'no-preference', ...options });
  await page.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  return page;
}

const focused = (page) => page.evaluate(() =>
  document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

test('the suite and its version stand at the foot of the page', async () => {
  const page = await openHome();
  await page.getByRole('contentinfo').getByText('Zeith 1.0').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('dialog', { name: 'More' }).getByText('Zeith 1.0').waitFor();
});

test('a program that does not come is told, and tried again', async () => {
  const page = await (await stage.browser.newContext({ serviceWorkers: 'block' })).newPage();
  const program = /\.wasm/;
  await page.route(program, (route) => route.abort());
  await page.goto(stage.server.address);
  const again = page.getByRole('button', { name: 'Try Again' });
  const status = page.getByRole('status');
  await status.getByText('the server did not answer').waitFor();
  for (let failures = 1; failures <= 2; failures += 1) {
    assert.equal(await status.getByText('check your connection').count(), 0);
    const reloaded = page.waitForEvent('load');
    await again.click();
    await reloaded;
    await again.waitFor();
  }
  await status.getByText('check your connection').waitFor();
  // Held back, it is late after 12 s; then it comes.
  await page.unroute(program);
  let held;
  await page.route(program, (route) => { held = route; });
  await again.click();
  await status.getByText('longer than expected').waitFor({ timeout: 20000 });
  await again.waitFor();
  await held.continue();
  await page.getByRole('button', { name: 'Start a household' }).waitFor();
});

test('arrow keys go round in the sections', async () => {
  const page = await openHome();
  const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link');
  const names = await links.allTextContents();
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), names[1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(page), names.at(-1));
  await page.keyboard.press('Home');
  assert.equal(await focused(page), names[0]);
  await page.keyboard.press('End');
  assert.equal(await focused(page), names.at(-1));
  await page.context().close();
});

test('text is selected by dragging over it', async () => {
  const page = await openHome();
  const words = page.getByText('Total Roommates: 1');
  const place = await words.boundingBox();
  await page.mouse.move(place.x + 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width - 2, place.y + place.height / 2, { steps: 4 });
  await page.mouse.up();
  const selected = await page.evaluate(() => getSelection().toString());
  assert.ok(selected.length > 5 && 'Total Roommates: 1'.includes(selected.trim()), selected);
  await page.context().close();
});

for (const ratio of [1, 1.5, 2, 3]) {
  test(`at ratio ${ratio} the canvas has exactly the screen's pixels, also after a resize`,
    async () => {
      const page = await openHome({
        deviceScaleFactor: ratio, viewport: { width: 801, height: 601 },
      });
      const size = () => page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        return [canvas.width, canvas.height];
      });
      assert.deepEqual(await size(), [Math.round(801 * ratio), Math.round(601 * ratio)]);
      await page.setViewportSize({ width: 403, height: 707 });
      await page.waitForFunction(() => innerWidth === 403);
      await page.waitForFunction((width) => document.querySelector('canvas').width === width,
        Math.round(403 * ratio));
      assert.deepEqual(await size(), [Math.round(403 * ratio), Math.round(707 * ratio)]);
      await page.context().close();
    });
}

test('a resize shows no blank frame: what cleared the canvas also drew it', async () => {
  const page = await openHome({ viewport: { width: 800, height: 600 } }, (fresh) =>
    fresh.addInitScript(() => {
      globalThis.order = [];
      const { set, get } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
      Object.defineProperty(HTMLCanvasElement.prototype, 'width', {
        get,
        set(value) {
          if (this.id === 'canvas') {
            globalThis.order.push('cleared');
            // A microtask runs when the callback that cleared it is over.
            queueMicrotask(() => globalThis.order.push('shown'));
          }
          set.call(this, value);
        },
      });
      const draw = WebGL2RenderingContext.prototype.drawElements;
      WebGL2RenderingContext.prototype.drawElements = function note(...rest) {
        if (globalThis.order.at(-1) !== 'drawn') globalThis.order.push('drawn');
        return draw.apply(this, rest);
      };
    }));
  await page.evaluate(() => globalThis.order.splice(0));
  await page.setViewportSize({ width: 500, height: 600 });
  await page.waitForFunction(() => globalThis.order.includes('shown'));
  const order = await page.evaluate(() => globalThis.order.join(' '));
  assert.match(order, /cleared drawn shown/);
  assert.doesNotMatch(order, /cleared shown/);
  await page.context().close();
});

test('a tab without frames still takes in what others changed', async () => {
  const page = await openHome({}, (fresh) => fresh.addInitScript(() => {
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    const held = [];
    globalThis.holdFrames = false;
    globalThis.requestAnimationFrame = (callback) =>
      (globalThis.holdFrames ? held.push(callback) : ask(callback));
    globalThis.giveFrames = () => {
      globalThis.holdFrames = false;
      for (const callback of held.splice(0)) ask(callback);
    };
  }));
  const other = await page.context().newPage();
  await other.goto(`${stage.server.address}/roommates`);
  await other.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  await page.evaluate(() => { globalThis.holdFrames = true; });
  await other.getByLabel('Name', { exact: true }).fill('Nia');
  await other.getByRole('button', { name: 'Add Roommate' }).click();
  await other.getByText('All changes saved').waitFor();
  // The first tab may lead: then it pushed this without a single frame.
  assert.equal(await page.getByRole('heading', { name: 'Nia', level: 2 }).count(), 0);
  await page.evaluate(() => globalThis.giveFrames());
  await page.getByRole('heading', { name: 'Nia', level: 2 }).waitFor();
  await page.context().close();
});

test('without WebGL the mirror is the interface, and it is seen', async () => {
  const page = await openHome({}, (fresh) => fresh.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function refuse(kind, ...rest) {
      return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest);
    };
  }));
  const title = page.getByRole('heading', { name: 'Manage Roommates', level: 1 });
  assert.notEqual(await title.evaluate((element) => getComputedStyle(element).color),
    'rgba(0, 0, 0, 0)');
  assert.equal(await page.evaluate(() =>
    getComputedStyle(document.querySelector('canvas')).visibility), 'hidden');
  await page.getByLabel('Name', { exact: true }).fill('Ana');
  await page.getByRole('button', { name: 'Add Roommate' }).click();
  await page.getByRole('heading', { name: 'Ana', level: 2 }).waitFor();
  await page.context().close();
});

test('a lost graphics context comes back with what was being typed', async () => {
  const page = await openHome();
  await page.getByLabel('Name', { exact: true }).fill('half typ');
  await page.evaluate(async () => {
    const canvas = document.querySelector('canvas');
    const tool = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    const lost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', resolve));
    tool.loseContext();
    await lost;
    await new Promise((resolve) => setTimeout(resolve)); // it may come back after the event only
    const restored = new Promise((resolve) =>
      canvas.addEventListener('webglcontextrestored', resolve));
    tool.restoreContext();
    await restored;
  });
  await eventually(() => page.getByLabel('Name', { exact: true }).inputValue(), 'half typ');
  await page.getByRole('button', { name: 'Add Roommate' }).click();
  await page.getByRole('heading', { name: 'half typ', level: 2 }).waitFor();
  await page.context().close();
});

test('a ratio that changes while the page is open gives the exact size again', async () => {
  const page = await openHome({ viewport: { width: 640, height: 480 } });
  const tools = await page.context().newCDPSession(page);
  // As zooming does: fewer or more CSS pixels on the same screen.
  for (const [width, height, ratio] of [[320, 240, 2], [512, 384, 1.25], [640, 480, 1]]) {
    await tools.send('Emulation.setDeviceMetricsOverride',
      { width, height, deviceScaleFactor: ratio, mobile: false });
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    await page.waitForFunction(() => {
      const canvas = document.querySelector('canvas');
      return canvas.width === 640 && canvas.height === 480;
    });
  }
  await page.context().close();
});

test('a frozen tab gives up the lock, and another tab leads', async () => {
  const page = await openHome();
  const other = await page.context().newPage();
  await other.goto(`${stage.server.address}/roommates`);
  await other.getByRole('heading', { name: 'Manage Roommates', level: 1 }).waitFor();
  const state = () => other.evaluate(async () => {
    const { held, pending } = await navigator.locks.query();
    return { holder: held[0]?.clientId, waiting: pending.map((lock) => lock.clientId) };
  });
  await other.waitForFunction(async () => {
    const { held, pending } = await navigator.locks.query();
    return held.length === 1 && pending.length === 1;
  });
  const before = await state();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await other.waitForFunction(async (holder) => {
    const { held } = await navigator.locks.query();
    return held.length === 1 && held[0].clientId === holder;
  }, before.waiting[0]);
  await tools.send('Page.setWebLifecycleState', { state: 'active' });
  // Thawed, it asks again and waits its turn.
  await other.waitForFunction(async (holder) => {
    const { pending } = await navigator.locks.query();
    return pending.some((lock) => lock.clientId === holder);
  }, before.holder);
  await page.context().close();
});

test('letters beyond the first fonts are fetched when a name needs them', async () => {
  const page = await openHome();
  const more = () => page.evaluate(() => [...document.fonts]
    .filter((face) => face.unicodeRange.includes('U+100')).map((face) => face.status));
  assert.deepEqual(await more(), ['unloaded', 'unloaded', 'unloaded']);
  await page.getByLabel('Name', { exact: true }).fill('Łucja');
  await page.getByRole('button', { name: 'Add Roommate' }).click();
  await page.getByRole('heading', { name: 'Łucja', level: 2 }).waitFor();
  await page.waitForFunction(() => [...document.fonts]
    .some((face) => face.unicodeRange.includes('U+100') && face.status === 'loaded'));
  await page.context().close();
});
