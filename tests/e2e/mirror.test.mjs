// The mirror alone: byte streams made by hand, applied in a browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './lib/browser.mjs';
import { serveModules } from './lib/module_page.mjs';

let server;
let browser;
let page;

before(async () => {
  server = await serveModules(['mirror.js', 'modality.js', 'controls.js']);
  browser = await startBrowser();
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// A layer with `Mirror` and `Controls`, and helpers to write the byte stream.
async function openLayer() {
  await page.goto(server.address);
  await page.evaluate(async () => {
    const { Mirror } = await import('/mirror.js');
    const { Controls } = await import('/controls.js');
    document.body.innerHTML = '<div id="layer"></div><p id="polite"></p><p id="assertive"></p>';
    const byId = (id) => document.getElementById(id);
    const mirror = new Mirror(byId('layer'), byId('polite'), byId('assertive'));
    globalThis.posted = [];
    globalThis.onPost = () => {};
    const controls = new Controls(byId('layer'), mirror, (kind, event = {}) => {
      globalThis.posted.push({ kind, ...event });
      globalThis.onPost();
    });
    controls.watch();
    const numbers = (...values) => values.flatMap((value) => [
      value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255]);
    const floats = (...values) => [...new Uint8Array(Float32Array.from(values).buffer)];
    const bytes = (text) => [...new TextEncoder().encode(text)];
    const tags = { div: 1, button: 2, input: 4, main: 12, li: 15, dialog: 17, scroll: 18 };
    globalThis.op = {
      create: (node, tag, parent = 0, next = 0) =>
        [1, ...numbers(node), tags[tag], ...numbers(parent, next)],
      remove: (node) => [2, ...numbers(node)],
      text: (node, text) => [5, ...numbers(node, bytes(text).length), ...bytes(text)],
      focus: (node) => [9, ...numbers(node)],
      bounds: (node, ...box) => [4, ...numbers(node), ...floats(...box)],
      insert: (node, parent = 0, next = 0) => [3, ...numbers(node, parent, next)],
      contentSize: (node, ...size) => [11, ...numbers(node), ...floats(...size)],
      flags: (node, bits) => [14, ...numbers(node, bits)],
    };
    globalThis.apply = (...ops) => {
      const stream = Uint8Array.from(ops.flat());
      globalThis.heap = new Uint8Array(stream.length + 8);
      globalThis.heap.set(stream, 8);
      mirror.apply(globalThis.heap, 8, stream.length);
    };
    const { op } = globalThis;
    globalThis.apply(op.create(1, 'main'), op.create(2, 'button', 1), op.text(2, 'Open'),
      op.create(3, 'button', 1), op.text(3, 'Other'));
    globalThis.openDialog = () => globalThis.apply(op.create(10, 'dialog'), op.flags(10, 4),
      op.create(11, 'button', 10), op.text(11, 'Cancel'), op.create(12, 'input', 10),
      op.create(13, 'button', 10), op.text(13, 'Delete'));
  });
}

// What is inert takes no focus.
const isInUse = (id) => page.evaluate((wanted) => {
  const before = document.activeElement;
  const element = document.getElementById(wanted);
  element.focus();
  const isFocused = document.activeElement === element;
  before.focus();
  return isFocused;
}, id);
const focusedId = () => page.evaluate(() => document.activeElement.id);

test('a dialog takes the focus, keeps it, and gives it back to its opener', async () => {
  await openLayer();
  await page.getByRole('button', { name: 'Open' }).focus();
  await page.evaluate(() => globalThis.openDialog());
  assert.equal(await focusedId(), 'n12');
  // What lies under it is out of reach.
  assert.equal(await isInUse('n3'), false);
  const order = [];
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press('Tab');
    order.push(await focusedId());
  }
  assert.deepEqual(order, ['n13', 'n11', 'n12', 'n13']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focusedId(), 'n13');
  await page.evaluate(() => globalThis.apply(globalThis.op.remove(10)));
  assert.equal(await focusedId(), 'n2');
  assert.equal(await isInUse('n3'), true);
});

test('Escape in a dialog reaches the program, also from a field', async () => {
  await openLayer();
  await page.evaluate(() => {
    globalThis.openDialog();
    globalThis.posted.splice(0);
  });
  await page.keyboard.press('Escape');
  const keys = await page.evaluate(() => globalThis.posted.filter((each) => each.kind === 6));
  assert.deepEqual(keys.map(({ node, text }) => ({ node, text })), [{ node: 12, text: 'Escape' }]);
});

test('of two dialogs the upper one alone is in use, then the lower one again', async () => {
  await openLayer();
  await page.getByRole('button', { name: 'Open' }).focus();
  await page.evaluate(() => {
    const { apply, op } = globalThis;
    globalThis.openDialog();
    document.getElementById('n13').focus();
    apply(op.create(20, 'dialog'), op.flags(20, 4), op.create(21, 'button', 20),
      op.text(21, 'Really'));
  });
  assert.equal(await focusedId(), 'n21');
  assert.equal(await isInUse('n13'), false);
  await page.evaluate(() => globalThis.apply(globalThis.op.remove(20)));
  assert.equal(await focusedId(), 'n13');
  assert.equal(await isInUse('n3'), false);
  await page.evaluate(() => globalThis.apply(globalThis.op.remove(10)));
  assert.equal(await focusedId(), 'n2');
});

test('what comes after a dialog stays in use; a vanished opener leaves the focus in the page',
  async () => {
    await openLayer();
    await page.getByRole('button', { name: 'Open' }).focus();
    await page.evaluate(() => {
      const { apply, op } = globalThis;
      globalThis.openDialog();
      apply(op.create(30, 'div'), op.create(31, 'button', 30), op.text(31, 'Undo'));
    });
    assert.equal(await isInUse('n31'), true);
    await page.evaluate(() => {
      const { apply, op } = globalThis;
      apply(op.remove(2));
      apply(op.remove(10));
    });
    assert.equal(await focusedId(), 'n1');
  });

test('the program may use its memory while the changes are applied', async () => {
  await openLayer();
  await page.evaluate(() => {
    const { apply, op } = globalThis;
    // A focus that moves is told to the program, whose memory then grows and moves.
    globalThis.onPost = () => structuredClone(globalThis.heap.buffer,
      { transfer: globalThis.heap.buffer.detached ? [] : [globalThis.heap.buffer] });
    apply(op.focus(2), op.focus(3), op.text(3, 'After the focus'));
    globalThis.onPost = () => {};
  });
  assert.ok(await page.evaluate(() => globalThis.heap.buffer.detached));
  await page.getByRole('button', { name: 'After the focus' }).waitFor();
});

test('a faulty field says so, and no longer when it is mended', async () => {
  await openLayer();
  const states = await page.evaluate(() => {
    const { apply, op } = globalThis;
    const invalid = () => document.getElementById('n5').getAttribute('aria-invalid');
    apply(op.create(5, 'input', 1), op.flags(5, 16));
    const first = invalid();
    apply(op.flags(5, 0));
    return [first, invalid()];
  });
  assert.deepEqual(states, ['true', null]);
});

test('the focus shows itself to who uses keys, and hides from who uses the pointer', async () => {
  await openLayer();
  const shown = async (act) => {
    await page.evaluate(() => globalThis.posted.splice(0));
    await act();
    return page.evaluate(() => globalThis.posted.filter(({ kind }) => kind === 4)
      .map(({ node, number }) => [node, number]));
  };
  await page.evaluate(() => {
    const { apply, op } = globalThis;
    apply(op.create(50, 'button', 1), op.text(50, 'One'), op.create(51, 'button', 1),
      op.text(51, 'Two'), op.create(52, 'input', 1));
    for (const number of [50, 51, 52]) {
      document.getElementById(`n${number}`).style.position = 'static';
    }
  });
  const one = page.getByRole('button', { name: 'One' });
  assert.deepEqual(await shown(() => one.click()), [[50, 0]]);
  assert.deepEqual(await shown(() => page.keyboard.press('Shift')), []);
  assert.deepEqual(await shown(() => page.keyboard.press('ArrowDown')), [[50, 1]]);
  assert.deepEqual(await shown(() => page.keyboard.press('Tab')), [[51, 2]]);
  assert.deepEqual(await shown(() => page.locator('#n52').click()), [[52, 1]]);
});

test('a context menu is the program\'s where it has one, else the browser\'s', async () => {
  await openLayer();
  const prevented = await page.evaluate(() => {
    const { apply, op } = globalThis;
    apply(op.create(6, 'li', 1), op.flags(6, 64), op.create(7, 'button', 6), op.text(7, 'Row'),
      op.create(8, 'input', 6));
    globalThis.posted.splice(0);
    return [7, 8, 3].map((number) => !document.getElementById(`n${number}`).dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 5, clientY: 6 })));
  });
  assert.deepEqual(prevented, [true, false, false]);
  const menus = await page.evaluate(() => globalThis.posted);
  assert.deepEqual(menus, [{ kind: 7, node: 6, x: 5, y: 6 }]);
});

test('a press on text that can be selected is the browser\'s, another one is shown', async () => {
  await openLayer();
  const kinds = await page.evaluate(() => {
    const { apply, op } = globalThis;
    apply(op.create(9, 'div', 1), op.flags(9, 2), op.text(9, 'words'));
    globalThis.posted.splice(0);
    for (const number of [9, 3]) {
      document.getElementById(`n${number}`).dispatchEvent(
        new PointerEvent('pointerdown', { bubbles: true, clientX: number, clientY: 1 }));
    }
    return globalThis.posted.map(({ kind, x }) => ({ kind, x }));
  });
  assert.deepEqual(kinds, [{ kind: 11, x: 3 }]);
});

test('a scroll region is a stop of the keyboard only while something scrolls', async () => {
  await openLayer();
  const stops = await page.evaluate(() => {
    const { apply, op } = globalThis;
    const stop = () => document.getElementById('n40').tabIndex;
    apply(op.create(40, 'scroll', 1), op.bounds(40, 0, 0, 100, 50), op.contentSize(40, 100, 50));
    const short = stop();
    apply(op.contentSize(40, 100, 400));
    const long = stop();
    apply(op.bounds(40, 0, 0, 100, 500));
    return [short, long, stop()];
  });
  assert.deepEqual(stops, [-1, 0, -1]);
});

test('a region that is moved among others stays scrolled, and holds the focus', async () => {
  await openLayer();
  const seen = await page.evaluate(() => {
    const { apply, op } = globalThis;
    apply(op.create(50, 'dialog'), op.create(51, 'scroll', 50), op.bounds(51, 0, 0, 100, 50),
      op.contentSize(51, 100, 500), op.create(52, 'input', 51), op.create(53, 'main'));
    const region = document.getElementById('n51');
    region.style.cssText += 'overflow: auto; height: 50px';
    region.firstElementChild.style.height = '500px';
    apply(op.focus(52));
    region.scrollTop = 120;
    apply(op.insert(50, 0, 1));
    return [region.scrollTop, document.activeElement.id, document.getElementById('n50')
      .nextElementSibling.id];
  });
  assert.deepEqual(seen, [120, 'n52', 'n1']);
});
