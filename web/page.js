// The page's half of the program: when to draw, how big, and what happened since.
//
// Frames are drawn on demand: an event or the program's own wish asks for one; otherwise no
// requestAnimationFrame is pending.

import { Mirror } from './mirror.js';
import { Raster } from './raster.js';

const kind = {
  activate: 1, input: 2, commit: 3, focus: 4, scroll: 5, key: 6, pointerMove: 10, pointerDown: 11,
  pointerUp: 12, pointerLeave: 13, resize: 20, route: 21, visible: 22, hidden: 23, online: 24,
  offline: 25, suspend: 27, resume: 28,
};
const firstDataKind = kind.visible; // from here on events are about data, not about people
const clickSlop = 8; // px: a longer movement is a drag, never a press

const media = (query) => matchMedia(query);

export class Page {
  constructor(canvas, layer, polite, assertive) {
    this.canvas = canvas;
    this.layer = layer;
    this.mirror = new Mirror(layer, polite, assertive);
    this.raster = new Raster();
    this.program = null;
    this.isFrameWanted = false;
    this.timer = 0;
    this.encoder = new TextEncoder();
    this.size = { width: innerWidth, height: innerHeight, scale: devicePixelRatio };
    this.queries = {
      dark: media('(prefers-color-scheme: dark)'),
      contrast: media('(prefers-contrast: more)'),
      forced: media('(forced-colors: active)'),
      still: media('(prefers-reduced-motion: reduce)'),
      coarse: media('(pointer: coarse)'),
    };
    this.insets = document.getElementById('insets');
  }

  start(program) {
    this.program = program;
    this.watchSize();
    this.watchPointer();
    this.watchControls();
    for (const query of Object.values(this.queries)) {
      query.addEventListener('change', () => this.post(kind.resize));
    }
    addEventListener('popstate', () => this.postRoute());
    addEventListener('online', () => this.post(kind.online));
    addEventListener('offline', () => this.post(kind.offline));
    document.addEventListener('visibilitychange', () =>
      this.post(document.hidden ? kind.hidden : kind.visible));
    // The window hears neither freeze nor resume: they are the document's.
    addEventListener('pagehide', () => this.post(kind.suspend));
    document.addEventListener('freeze', () => this.post(kind.suspend));
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.post(kind.resume);
    });
    document.addEventListener('resume', () => this.post(kind.resume));
    document.fonts.addEventListener('loadingdone', () => {
      this.raster.renew();
      this.post(kind.resize);
    });
    this.canvas.addEventListener('webglcontextrestored', () => {
      this.raster.renew();
      this.post(kind.resize);
    });
    program._rr_start();
    this.requestFrame();
  }

  // ---- frames ------------------------------------------------------------------------------

  requestFrame() {
    if (this.isFrameWanted || !this.program) return;
    this.isFrameWanted = true;
    requestAnimationFrame((now) => {
      this.isFrameWanted = false;
      this.program._rr_frame(now);
    });
  }

  // The soonest wish wins.
  requestFrameAfter(delayMs) {
    const due = performance.now() + delayMs;
    if (this.timer !== 0 && due >= this.timerDue) return;
    clearTimeout(this.timer);
    this.timerDue = due;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.requestFrame();
    }, delayMs);
  }

  post(eventKind, { node = 0, token = 0, number = 0, x = 0, y = 0, text = null, bytes = null } = {}) {
    const payload = text === null ? bytes : this.encoder.encode(text);
    let pointer = 0;
    if (payload) {
      pointer = this.program._malloc(payload.length || 1);
      this.program.HEAPU8.set(payload, pointer);
    }
    this.program._rr_event(eventKind, node, token, number, x, y, pointer, payload?.length ?? 0);
    if (eventKind < firstDataKind) this.requestFrame();
    else this.program._rr_pump(); // also in a hidden tab, where no frame comes
  }

  postRoute() {
    this.post(kind.route, { text: location.pathname + location.search + location.hash });
  }

  // ---- size --------------------------------------------------------------------------------

  watchSize() {
    new ResizeObserver((entries) => {
      const entry = entries[entries.length - 1];
      const css = entry.contentBoxSize[0];
      const exact = entry.devicePixelContentBoxSize?.[0];
      const ratio = devicePixelRatio;
      // Emulated ratios report CSS pixels here: believed only near the ratio's own result.
      const isExact = exact && Math.abs(exact.inlineSize - css.inlineSize * ratio) <= 2;
      const width = isExact ? exact.inlineSize : Math.round(css.inlineSize * ratio);
      const height = isExact ? exact.blockSize : Math.round(css.blockSize * ratio);
      this.canvas.width = width;
      this.canvas.height = height;
      this.size = { width: css.inlineSize, height: css.blockSize, scale: width / css.inlineSize };
      this.post(kind.resize);
    }).observe(this.canvas);
    this.watchRatio();
  }

  watchRatio() {
    media(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.size.scale = devicePixelRatio;
      this.canvas.width = Math.round(this.size.width * devicePixelRatio);
      this.canvas.height = Math.round(this.size.height * devicePixelRatio);
      this.post(kind.resize);
      this.watchRatio();
    }, { once: true });
  }

  viewportField(field) {
    const inset = (side) => Number.parseFloat(getComputedStyle(this.insets)[`padding${side}`]) || 0;
    const flags = this.queries;
    switch (field) {
      case 0: return this.size.width;
      case 1: return this.size.height;
      case 2: return this.size.scale;
      case 3: return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      case 4: return inset('Top');
      case 5: return inset('Right');
      case 6: return inset('Bottom');
      case 7: return inset('Left');
      case 8: return Number(flags.dark.matches);
      case 9: return Number(flags.contrast.matches);
      case 10: return Number(flags.forced.matches);
      case 11: return Number(flags.still.matches);
      default: return Number(flags.coarse.matches);
    }
  }

  // ---- pointer: looks only -----------------------------------------------------------------

  watchPointer() {
    let down = null;
    const at = (event) => ({ x: event.clientX, y: event.clientY });
    addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch') this.post(kind.pointerMove, at(event));
    }, { passive: true });
    addEventListener('pointerdown', (event) => {
      down = at(event);
      this.post(kind.pointerDown, down);
    }, { passive: true });
    for (const type of ['pointerup', 'pointercancel']) {
      addEventListener(type, (event) => this.post(kind.pointerUp, at(event)), { passive: true });
    }
    document.documentElement.addEventListener('pointerleave', () => this.post(kind.pointerLeave));
    this.isDrag = (event) => event.detail > 0 && down !== null &&
      Math.hypot(event.clientX - down.x, event.clientY - down.y) > clickSlop;
  }

  // ---- controls ----------------------------------------------------------------------------

  watchControls() {
    const layer = this.layer;
    const node = (event) => this.mirror.numberOf(event.target);
    layer.addEventListener('click', (event) => this.activate(event));
    layer.addEventListener('input', (event) => {
      if (event.target.type === 'checkbox' || event.target.type === 'radio') return;
      this.post(kind.input, { node: node(event), text: event.target.value.normalize('NFC') });
    });
    layer.addEventListener('compositionstart', (event) => { event.target.rrComposing = true; });
    layer.addEventListener('compositionend', (event) => { event.target.rrComposing = false; });
    layer.addEventListener('focusin', (event) => this.post(kind.focus, { node: node(event) }));
    layer.addEventListener('focusout', (event) => {
      this.post(kind.commit, { node: node(event), number: 0 });
      if (!event.relatedTarget) this.post(kind.focus, { node: 0 });
    });
    layer.addEventListener('scroll', (event) => {
      const { scrollLeft: x, scrollTop: y } = event.target;
      this.post(kind.scroll, { node: node(event), x, y });
    }, { capture: true, passive: true });
    addEventListener('keydown', (event) => this.keyDown(event));
  }

  activate(event) {
    const link = event.target.closest('a');
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (link && isModified) return; // a new tab or window is the browser's affair
    if (link) event.preventDefault();
    const control = event.target.closest('button, a, input, .scrim');
    if (!control || this.isDrag(event)) return;
    const isPress = control.tagName !== 'INPUT' ||
      control.type === 'checkbox' || control.type === 'radio';
    if (isPress) this.post(kind.activate, { node: this.mirror.numberOf(control) });
  }

  keyDown(event) {
    if (event.isComposing) return;
    const isField = event.target.matches?.('input:not([type=checkbox]):not([type=radio]), textarea, select');
    if (isField && event.key === 'Enter' && event.target.tagName === 'INPUT') {
      this.post(kind.commit, { node: this.mirror.numberOf(event.target), number: 1 });
      return;
    }
    const isArrow = event.key.startsWith('Arrow');
    const names = ['Escape', 'Home', 'End'];
    const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (isShortcut) event.preventDefault();
    if (isField && event.key !== 'Escape' && !isShortcut) return;
    if (isArrow && event.target.closest?.('nav, [role=menu]')) event.preventDefault();
    if (!isArrow && !names.includes(event.key) && !isShortcut) return;
    const text = isShortcut ? 'ctrl+k' : event.key;
    this.post(kind.key, { node: this.mirror.numberOf(event.target), text });
  }
}
