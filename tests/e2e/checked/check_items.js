// The checked page's half in the browser: after each frame, every item that Dear ImGui drew must
// lie within 2 CSS px of a control with a name, and every control that shows must have been drawn.
//
// Put before the program's loader (--pre-js). Faults are console errors ("coverage: ..."), each
// told once; a frame with other numbers than the last one is told as "checked: ...". No part of the
// product.

const slack = 2;
const controls = 'button, a[href], input, select, textarea, [role=slider]';
const told = new Set();

const meet = (a, b) => ({
  left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
});
const isEmpty = (box) => box.right - box.left < 1 || box.bottom - box.top < 1;
const isNear = (a, b) => ['left', 'top', 'right', 'bottom']
  .every((side) => Math.abs(a[side] - b[side]) <= slack);
const words = (box) => ['left', 'top', 'right', 'bottom']
  .map((side) => Math.round(box[side])).join(' ');

// Without what is no name: a placeholder, a title, a hint.
function nameOf(element) {
  const referred = (element.getAttribute('aria-labelledby') ?? '').split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '').join('');
  const own = ['BUTTON', 'A'].includes(element.tagName) ? element.textContent : '';
  const labels = [...element.labels ?? []].map((label) => label.textContent).join('');
  return (element.getAttribute('aria-label') ?? (referred || labels || own)).trim();
}

// What the page shows of an element: less than its box where it is scrolled or swiped away.
function shownOf(element, box) {
  let shown = meet(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  const clips = '.scroll, .swipe[role=group]';
  for (let each = element.closest(clips); each; each = each.parentElement.closest(clips)) {
    shown = meet(shown, each.getBoundingClientRect());
  }
  return shown;
}

function seenControls() {
  return [...document.querySelectorAll(`#layer :is(${controls})`)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => {
      const box = element.getBoundingClientRect();
      return { element, box, shown: shownOf(element, box), name: nameOf(element) };
    });
}

function seenItems() {
  const from = Module['_rr_items']() / 4;
  const floats = new Float32Array(HEAPU8.buffer);
  const boxAt = (at) => ({
    left: floats[at], top: floats[at + 1], right: floats[at + 2], bottom: floats[at + 3],
  });
  const items = Array.from({ length: Module['_rr_item_count']() }, (_, i) => {
    const box = boxAt(from + 8 * i);
    return { box, shown: meet(box, boxAt(from + 8 * i + 4)) };
  });
  return items.filter(({ box }) => !isEmpty(box)); // a click beside an overlay has no place
}

const isSame = (item, control) => isNear(item.box, control.box) &&
  (isEmpty(item.shown) ? isEmpty(control.shown) : isNear(item.shown, control.shown));

function tell(fault) {
  if (told.has(fault)) return;
  told.add(fault);
  console.error(`coverage: ${fault}`);
}

// What a frame itself scrolls, by moving the focus, the program hears of in the next frame.
const seenOffsets = () => new Map([...document.querySelectorAll('.scroll')]
  .map((region) => [region, region.scrollTop]));

let last = '';

function check() {
  const items = seenItems();
  const places = seenControls();
  for (const item of items) {
    const near = places.filter((control) => isSame(item, control));
    if (near.length === 0) tell(`no control lies over the item at ${words(item.box)}`);
    else if (near.every(({ name }) => name === '')) tell(`no name: ${near[0].element.outerHTML}`);
  }
  const shown = places.filter((control) => !isEmpty(control.shown));
  for (const control of shown) {
    if (items.some((item) => isSame(item, control))) continue;
    tell(`nothing is drawn for ${control.name} at ${words(control.box)}`);
  }
  const numbers = `checked: ${items.length} items, ${shown.length} controls`;
  if (numbers !== last) console.debug(numbers);
  last = numbers;
}

// The loader puts another function in an export's place when it is first called.
function wrap(name, around) {
  let inner = Module[name];
  const outer = (...rest) => around(() => inner(...rest));
  Object.defineProperty(Module, name, { get: () => outer, set: (next) => { inner = next; } });
}

Module['onRuntimeInitialized'] = () => {
  wrap('_rr_start', (start) => {
    start();
    Module['_rr_watch_items']();
  });
  wrap('_rr_frame', (frame) => {
    Module['_rr_forget_items']();
    const offsets = seenOffsets();
    frame();
    // Of another size or place than the page has by now: one more frame follows.
    const { width, height } = Module['page'].size;
    const isPast = width !== innerWidth || height !== innerHeight ||
      [...seenOffsets()].some(([region, top]) => top !== (offsets.get(region) ?? 0));
    if (!isPast) check();
  });
  globalThis.showBareItem = () => Module['_rr_show_bare_item']();
};
