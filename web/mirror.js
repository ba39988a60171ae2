// Applies the program's changes of meaning to a real DOM tree over the canvas.
//
// The byte stream is described in client/ui/mirror_ops.h. Nothing is ever parsed as HTML.

import { Modality } from './modality.js';

const tags = [
  null, 'div', 'button', 'a', 'input', 'textarea', 'input', 'input', 'h1', 'h2', 'h3', 'nav',
  'main', 'section', 'ul', 'li', 'span', 'div', 'div', 'input', 'select', 'option', 'p', 'form',
  'header', 'footer', 'span', 'div', 'div', 'input', 'input', 'label', 'div', 'table', 'tr', 'th',
  'td',
];
const inputTypes = { 4: 'text', 6: 'checkbox', 7: 'radio', 19: 'range', 29: 'number', 30: 'date' };
const roles = { 17: 'dialog', 26: 'img', 27: 'progressbar', 28: 'status' };
const attributes = [
  null, 'aria-label', 'href', 'placeholder', 'aria-current', 'aria-expanded', 'aria-selected',
  'aria-pressed', 'aria-valuenow', 'aria-valuemin', 'aria-valuemax', 'aria-valuetext',
  'aria-describedby', 'aria-labelledby', 'aria-invalid', 'role', 'autocomplete', 'inputmode',
  'enterkeyhint', 'type', 'maxlength', 'name', 'aria-haspopup', 'aria-live', 'tabindex', 'min',
  'max', 'step', 'lang', 'title', 'aria-busy', 'aria-controls', 'aria-required', 'aria-checked',
  'aria-disabled', 'spellcheck', 'aria-roledescription', 'rows',
  'aria-activedescendant', 'aria-autocomplete', 'scope', 'autocapitalize', 'data-icon',
  'aria-hidden',
];
const absent = 0xffffffff;
const scrollRegion = 18;
const scrim = 32;
const flag = {
  disabled: 1, selectable: 2, modal: 4, hidden: 8, invalid: 16, covered: 32, menu: 64,
  grip: 128, keys: 256, swipe: 512,
};
const families = ['Inter, system-ui, sans-serif', '"Inter Display", Inter, system-ui, sans-serif'];

const cssColour = (colour) =>
  `rgba(${colour & 255},${(colour >> 8) & 255},${(colour >> 16) & 255},${(colour >>> 24) / 255})`;

export class Mirror {
  constructor(layer, polite, assertive) {
    this.layer = layer;
    this.regions = [polite, assertive];
    this.said = [[], []];
    this.unit = 1; // CSS pixels
    this.wanted = null; // the element that shall have the focus
    this.nodes = new Map();
    this.lists = [];
    this.modality = new Modality(layer);
    this.decoder = new TextDecoder();
  }

  // Everything in it is measured in units.
  resize(unit) {
    this.unit = unit;
    const { style } = this.layer;
    style.transform = unit === 1 ? '' : `scale(${unit})`;
    style.width = style.height = `${100 / unit}%`;
  }

  // The number of the node that an element belongs to, 0 when none.
  numberOf(element) {
    const owner = element?.closest?.('[id^="n"]');
    return owner && this.layer.contains(owner) ? Number(owner.id.slice(1)) : 0;
  }

  element(number) {
    return number === 0 ? this.layer : this.nodes.get(number);
  }

  // Children of a scroll region live in its inner sizer.
  container(number) {
    const element = this.element(number);
    return element.rrInner ?? element;
  }

  // The operations are copied first: a focus that moves meanwhile tells the program, whose memory
  // may then grow and leave the old one behind.
  apply(heap, start, length) {
    this.bytes = heap.slice(start, start + length);
    this.view = new DataView(this.bytes.buffer);
    this.place = 0;
    const focused = document.activeElement;
    while (this.place < length) this.applyOne();
    // A list's value can be set when its options are there.
    for (const list of this.lists.splice(0)) list.value = list.rrValue;
    this.modality.settle(focused, this.wanted);
    // What lay under an overlay until now could not take it.
    if (this.wanted !== document.activeElement) this.wanted?.focus();
    this.wanted = null;
    this.sayAll();
  }

  u8() {
    return this.view.getUint8(this.place++);
  }
  u16() {
    this.place += 2;
    return this.view.getUint16(this.place - 2, true);
  }
  u32() {
    this.place += 4;
    return this.view.getUint32(this.place - 4, true);
  }
  f32() {
    this.place += 4;
    return this.view.getFloat32(this.place - 4, true);
  }
  text(length = this.u32()) {
    const from = this.place;
    this.place += length;
    return this.decoder.decode(this.bytes.subarray(from, from + length));
  }

  applyOne() {
    switch (this.u8()) {
      case 1: return this.create(this.u32(), this.u8(), this.u32(), this.u32());
      case 2: return this.remove(this.u32());
      case 3: return this.insert(this.u32(), this.u32(), this.u32());
      case 4: return this.bounds(this.u32(), this.f32(), this.f32(), this.f32(), this.f32());
      case 5: return this.setText(this.u32(), this.text());
      case 6: return this.attribute(this.u32(), this.u8(), this.u32());
      case 7: return this.value(this.u32(), this.text());
      case 8: return this.checked(this.u32(), this.u8() === 1);
      case 9: return this.focus(this.element(this.u32()));
      case 10: return this.scrollTo(this.u32(), this.f32(), this.f32());
      case 11: return this.contentSize(this.u32(), this.f32(), this.f32());
      case 12: return this.announce(this.u8(), this.text());
      case 13:
        return this.font(this.u32(), this.f32(), this.u16(), this.u8(), this.u32(), this.f32(),
          this.f32());
      case 14: return this.flags(this.u32(), this.u32());
      default: throw new Error('unknown mirror operation');
    }
  }

  create(number, tag, parent, before) {
    const element = document.createElement(tags[tag]);
    element.id = `n${number}`;
    if (inputTypes[tag]) element.type = inputTypes[tag];
    if (tag === 2) element.type = 'button';
    if (roles[tag]) element.setAttribute('role', roles[tag]);
    if (tag === scrollRegion) {
      element.classList.add('scroll');
      element.rrInner = document.createElement('div');
      element.rrInner.className = 'sizer';
      element.append(element.rrInner);
    }
    if (tag === scrim) element.classList.add('scrim');
    this.nodes.set(number, element);
    this.insert(number, parent, before);
  }

  // A node that is moved loses the focus and where it was scrolled to, without an event.
  insert(number, parent, before) {
    const element = this.nodes.get(number);
    const focused = document.activeElement;
    const held = element.contains(focused) ? focused : null;
    const scrolled = [element, ...element.querySelectorAll('.scroll')]
      .filter((each) => each.scrollTop > 0).map((each) => [each, each.scrollTop]);
    this.container(parent).insertBefore(element, before === 0 ? null : this.element(before));
    for (const [each, top] of scrolled) each.scrollTop = top;
    if (held && document.activeElement !== held) held.focus({ preventScroll: true });
  }

  remove(number) {
    const element = this.nodes.get(number);
    for (const inner of element.querySelectorAll('[id^="n"]')) {
      this.nodes.delete(Number(inner.id.slice(1)));
    }
    this.nodes.delete(number);
    element.remove();
  }

  bounds(number, x, y, width, height) {
    const style = this.element(number).style;
    style.transform = `translate(${x}px, ${y}px)`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    this.followScroll(this.element(number), { room: height });
  }

  // A stop for the keyboard only while there is something to scroll.
  followScroll(element, change) {
    if (!element.rrInner) return;
    element.rrScroll = { room: 0, content: 0, ...element.rrScroll, ...change };
    element.tabIndex = element.rrScroll.content > element.rrScroll.room + 0.5 ? 0 : -1;
  }

  setText(number, text) {
    this.element(number).textContent = text;
  }

  attribute(number, kind, length) {
    const element = this.element(number);
    const name = attributes[kind];
    if (length === absent) return element.removeAttribute(name);
    const value = this.text(length);
    const isReference = [12, 13, 31, 38].includes(kind);
    // The option that arrow keys have reached is shown; the focus stays in its field.
    if (kind === 38) this.element(Number(value))?.scrollIntoView({ block: 'nearest' });
    return element.setAttribute(name, isReference ? `n${value}` : value);
  }

  value(number, value) {
    const element = this.element(number);
    if (element.tagName === 'SELECT') {
      element.rrValue = value;
      this.lists.push(element);
      return;
    }
    // A composition (input method) owns the field until it ends.
    if (!element.rrComposing && element.value !== value) element.value = value;
  }

  checked(number, isChecked) {
    this.element(number).checked = isChecked;
  }

  focus(element) {
    element?.focus();
    this.wanted = element ?? null;
  }

  scrollTo(number, x, y) {
    this.element(number).scrollTo(x, y);
  }

  contentSize(number, width, height) {
    const element = this.element(number);
    element.rrInner.style.width = `${width}px`;
    element.rrInner.style.height = `${height}px`;
    this.followScroll(element, { content: height });
  }

  announce(isAssertive, text) {
    this.said[isAssertive].push(text);
  }

  // What is said in one frame is one announcement: a second one would take the first one's place.
  sayAll() {
    this.regions.forEach((region, i) => {
      const words = this.said[i].splice(0).join('. ');
      // The same words twice are two announcements.
      if (words) region.textContent = region.textContent === words ? `${words}\u00a0` : words;
    });
  }

  font(number, size, weight, face, colour, padding, lineHeight) {
    const style = this.element(number).style;
    style.fontFamily = families[face];
    style.fontSize = `${size}px`;
    style.fontWeight = weight;
    style.lineHeight = `${lineHeight}px`;
    style.setProperty('--ink', cssColour(colour));
    if (padding > 0) style.paddingInline = `${padding}px`;
  }

  flags(number, bits) {
    const element = this.element(number);
    if ('disabled' in element) element.disabled = (bits & flag.disabled) !== 0;
    element.classList.toggle('selectable', (bits & flag.selectable) !== 0);
    element.hidden = (bits & flag.hidden) !== 0;
    element.classList.toggle('covered', (bits & flag.covered) !== 0);
    element.classList.toggle('has-menu', (bits & flag.menu) !== 0);
    for (const name of ['grip', 'keys', 'swipe']) {
      element.classList.toggle(name, (bits & flag[name]) !== 0);
    }
    if ((bits & flag.invalid) !== 0) element.setAttribute('aria-invalid', 'true');
    else element.removeAttribute('aria-invalid');
    this.modality.mark(element, (bits & flag.modal) !== 0);
  }
}
