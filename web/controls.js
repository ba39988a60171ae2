// What people do with the mirror's controls, as events for the program.
//
// The DOM's click is the sole activation; pointer events drive looks alone. Keys that the page has
// no use for are handed on.

const kind = {
  activate: 1, input: 2, commit: 3, focus: 4, scroll: 5, key: 6, menu: 7, pointerMove: 10,
  pointerDown: 11, pointerUp: 12, pointerLeave: 13,
};
const clickSlop = 8; // px: a longer movement is a drag, never a press
const textFields = 'input:not([type=checkbox]):not([type=radio]), textarea, select';
const handedOn = ['Escape', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown',
  'ArrowLeft', 'ArrowRight'];

const controls = 'a, button, input, select, .scrim';

// The program's own keys: signs outside fields, Ctrl Z there, Ctrl K everywhere.
function shortcutOf(event, isField) {
  const key = event.key.toLowerCase();
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const isOurs = key === 'k' || (key === 'z' && !isField && !event.shiftKey);
    return isOurs ? `ctrl+${key}` : null;
  }
  return !isField && key.length === 1 && key !== ' ' ? key : null;
}

export class Controls {
  constructor(layer, mirror, post) {
    this.layer = layer;
    this.mirror = mirror;
    this.post = post;
    this.down = null; // where the last press began
    this.isDragged = false; // whether it was ever far from there
    this.gripPointer = null; // the pointer that holds a grip
    this.isFocusShown = false;
    this.isTabbing = false; // Tab was the last key, and no press came after it
  }

  // In units of the design.
  at({ clientX, clientY }) {
    const { unit } = this.mirror;
    return { x: clientX / unit, y: clientY / unit };
  }

  isFar(event) {
    const { x, y } = this.at(event);
    return Math.hypot(x - this.down.x, y - this.down.y) > clickSlop;
  }

  watch() {
    this.watchPointer();
    this.watchFields();
    this.layer.addEventListener('click', (event) => this.activate(event));
    this.layer.addEventListener('contextmenu', (event) => this.openMenu(event));
    addEventListener('keydown', (event) => this.keyDown(event));
  }

  watchPointer() {
    const passive = { passive: true };
    addEventListener('pointermove', (event) => {
      if (this.down !== null && this.isFar(event)) this.isDragged = true;
      // A finger scrolls, except on a grip.
      const isHeard = event.pointerType !== 'touch' || event.pointerId === this.gripPointer;
      if (isHeard) this.post(kind.pointerMove, this.at(event));
    }, passive);
    addEventListener('pointerdown', (event) => {
      this.down = this.at(event);
      this.isDragged = false;
      this.isTabbing = false;
      // Text that can be selected belongs to the browser: nothing is pressed there. A finger moves
      // what it lies on.
      if (event.pointerType !== 'touch' && event.target.closest?.('.selectable')) return;
      // Swiping is a finger's way; a mouse has the context menu.
      const grips = event.pointerType === 'touch' ? '.grip, .swipe' : '.grip';
      const grip = event.button === 0 ? event.target.closest?.(grips) : null;
      this.gripPointer = grip ? event.pointerId : null;
      this.post(kind.pointerDown, { node: grip ? this.mirror.numberOf(grip) : 0, ...this.down });
    }, passive);
    addEventListener('pointerup', (event) => this.post(kind.pointerUp, this.at(event)), passive);
    addEventListener('pointercancel', () => this.post(kind.pointerLeave), passive);
    document.documentElement.addEventListener('pointerleave', () => this.post(kind.pointerLeave));
  }

  watchFields() {
    const { layer } = this;
    const node = (event) => this.mirror.numberOf(event.target);
    layer.addEventListener('input', (event) => {
      if (event.target.type === 'checkbox' || event.target.type === 'radio') return;
      this.post(kind.input, { node: node(event), text: event.target.value.normalize('NFC') });
    });
    layer.addEventListener('compositionstart', (event) => { event.target.rrComposing = true; });
    layer.addEventListener('compositionend', (event) => { event.target.rrComposing = false; });
    layer.addEventListener('focusin', ({ target }) =>
      this.tellFocus(target, target.matches(':focus-visible')));
    layer.addEventListener('focusout', (event) => {
      this.post(kind.commit, { node: node(event), number: 0 });
      if (!event.relatedTarget) this.post(kind.focus, { node: 0 });
    });
    layer.addEventListener('scroll', (event) => {
      const { scrollLeft: x, scrollTop: y } = event.target;
      this.post(kind.scroll, { node: node(event), x, y });
    }, { capture: true, passive: true });
  }

  // What is being typed stays in sight.
  showCaret() {
    const { activeElement } = document;
    if (activeElement.matches(textFields)) activeElement.scrollIntoView({ block: 'nearest' });
  }

  // The ring shows where keys go: not after a press with the pointer, until a key is used.
  tellFocus(element, isShown) {
    this.isFocusShown = isShown;
    const number = !isShown ? 0 : this.isTabbing ? 2 : 1;
    this.post(kind.focus, { node: this.mirror.numberOf(element), number });
  }

  showFocus(event) {
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    const isModifier = ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key);
    if (this.isFocusShown || isModified || isModifier) return;
    if (this.layer.contains(event.target)) this.tellFocus(event.target, true);
  }

  isDrag(event) {
    return event.detail > 0 && this.down !== null && (this.isDragged || this.isFar(event));
  }

  activate(event) {
    const link = event.target.closest('a');
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (link && isModified) return; // a new tab or window is the browser's affair
    if (link) event.preventDefault();
    const control = event.target.closest('button, a, input, .scrim');
    if (!control || this.isDrag(event)) return;
    this.mirror.modality.pressed = control;
    const isPress = control.tagName !== 'INPUT' ||
      control.type === 'checkbox' || control.type === 'radio';
    if (isPress) this.post(kind.activate, { node: this.mirror.numberOf(control) });
  }

  // Fields and selections keep the browser's own menu. A finger that stays on a control asks for
  // nothing.
  openMenu(event) {
    const isHeld = event.pointerType === 'touch' && event.target.closest(controls);
    if (isHeld && !event.target.matches(textFields)) event.preventDefault();
    const owner = event.target.closest('.has-menu');
    if (isHeld || !owner || event.target.matches(textFields)) return;
    if (!getSelection().isCollapsed) return;
    event.preventDefault();
    this.post(kind.menu, { node: this.mirror.numberOf(owner), ...this.at(event) });
  }

  keyDown(event) {
    if (event.isComposing || event.keyCode === 229) return; // an input method's own
    this.isTabbing = event.key === 'Tab';
    this.showFocus(event);
    if (event.key === 'Tab') {
      this.mirror.modality.keepInside(event);
      return;
    }
    const { target } = event;
    const isField = target.matches?.(textFields) ?? false;
    if (isField && event.key === 'Enter' && target.tagName === 'INPUT') {
      this.post(kind.commit, { node: this.mirror.numberOf(target), number: 1 });
      return;
    }
    const shortcut = shortcutOf(event, isField);
    if (shortcut?.startsWith('ctrl')) event.preventDefault();
    const isInList = target.role === 'combobox' && ['ArrowUp', 'ArrowDown'].includes(event.key);
    if (isInList) event.preventDefault();
    if (isField && event.key !== 'Escape' && !shortcut && !isInList) return;
    if (this.pressChosen(event) || this.moveInNavigation(event)) return;
    if (!handedOn.includes(event.key) && !shortcut) return;
    if (event.key !== 'Escape' && target.closest?.('.keys')) event.preventDefault();
    this.post(kind.key, { node: this.mirror.numberOf(target), text: shortcut ?? event.key });
  }

  // Where arrow keys move the focus, Enter follows them in their queue: they may not have moved it
  // yet, and the browser would press the control before.
  pressChosen(event) {
    const isChoice = event.key === 'Enter' && event.target.matches?.('.keys button');
    if (!isChoice || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    event.preventDefault();
    this.post(kind.key, { node: this.mirror.numberOf(event.target), text: 'Enter' });
    return true;
  }

  // Arrow keys, Home and End move among the links of a navigation.
  moveInNavigation(event) {
    const navigation = event.target.closest?.('nav');
    if (!navigation || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return false;
    }
    const links = [...navigation.querySelectorAll('a, button')];
    const place = links.indexOf(event.target);
    if (place < 0) return false;
    const last = links.length - 1;
    const goals = {
      ArrowDown: place === last ? 0 : place + 1,
      ArrowUp: place === 0 ? last : place - 1,
      Home: 0,
      End: last,
    };
    goals.ArrowRight = goals.ArrowDown;
    goals.ArrowLeft = goals.ArrowUp;
    if (!(event.key in goals)) return false;
    event.preventDefault();
    links[goals[event.key]].focus();
    return true;
  }
}
