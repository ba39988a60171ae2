// The page's half of the program: when to draw, how big, and what happened since.
//
// Frames are drawn on demand: an event or the program's own wish asks for one; otherwise no
// requestAnimationFrame is pending.

import { Controls } from './controls.js';
import { Graphics } from './graphics.js';
import { Mirror } from './mirror.js';
import { Raster } from './raster.js';

const kind = {
  resize: 20, route: 21, visible: 22, hidden: 23, online: 24, offline: 25, suspend: 27, resume: 28,
};
const firstDataKind = kind.visible; // from here on events are about data, not about people

const leastWidth = 320; // units of the design that a screen needs

const media = (query) => matchMedia(query);

export class Page {
  constructor(canvas, layer, polite, assertive) {
    this.canvas = canvas;
    this.layer = layer;
    this.mirror = new Mirror(layer, polite, assertive);
    this.graphics = new Graphics(canvas);
    this.raster = new Raster(this.graphics);
    this.program = null;
    this.early = []; // what happened before there was a program to tell
    this.controls = new Controls(layer, this.mirror, (...event) => this.post(...event));
    this.frame = 0; // the one that was asked for, 0: none
    this.timer = 0;
    this.isMirrorAlone = false;
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
    this.controls.watch();
    for (const query of Object.values(this.queries)) {
      query.addEventListener('change', () => this.changed());
    }
    this.queries.forced.addEventListener('change', () => this.showLook());
    this.showLook();
    this.system.address.watch(() => this.postRoute());
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
    document.fonts.addEventListener('loadingdone', () => this.renewRaster());
    program._rr_start();
    for (const event of this.early.splice(0)) this.post(...event);
    this.requestFrame();
  }

  // ---- frames ------------------------------------------------------------------------------

  requestFrame() {
    if (this.frame !== 0 || !this.program) return;
    this.frame = requestAnimationFrame((now) => this.draw(now));
  }

  // What a frame wishes for later it asks for itself: older wishes are dropped.
  draw(now) {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.frame = 0;
    this.timer = 0;
    this.program._rr_frame(now);
  }

  drawNow() {
    this.draw(document.timeline.currentTime ?? performance.now());
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

  post(eventKind, event = {}) {
    if (!this.program) {
      this.early.push([eventKind, event]);
      return;
    }
    const { node = 0, token = 0, number = 0, x = 0, y = 0, text = null, bytes = null } = event;
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

  // What the page says of itself is asked for in every frame.
  changed() {
    this.post(kind.resize);
  }

  postRoute() {
    this.post(kind.route, { text: location.pathname + location.search + location.hash });
  }

  // ---- size --------------------------------------------------------------------------------

  watchSize() {
    this.sizes = new ResizeObserver((entries) => this.resize(entries[entries.length - 1]));
    this.observeSize();
    this.watchRatio();
    new ResizeObserver(() => this.followUnit()).observe(this.insets); // as wide as a rem
  }

  // A unit of the design is a CSS pixel times the reader's text size, or what a narrow screen
  // allows: the program draws in units, and the mirror is as much larger.
  followUnit() {
    const wanted = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const unit = Math.max(1, Math.min(wanted, this.size.width / leastWidth));
    if (unit === this.mirror.unit) return;
    this.mirror.resize(unit);
    this.changed();
    this.drawNow(); // before anybody sees the mirror larger than what is drawn
  }

  observeSize() {
    this.sizes.unobserve(this.canvas);
    try {
      this.sizes.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch { // not known here: the ratio's changes are heard by watchRatio
      this.sizes.observe(this.canvas);
    }
  }

  resize(entry) {
    const css = entry.contentBoxSize[0];
    const exact = entry.devicePixelContentBoxSize?.[0];
    const ratio = devicePixelRatio;
    // Emulated ratios report CSS pixels here: believed only near the ratio's own result.
    const isExact = exact && Math.abs(exact.inlineSize - css.inlineSize * ratio) <= 2;
    const width = isExact ? exact.inlineSize : Math.round(css.inlineSize * ratio);
    const height = isExact ? exact.blockSize : Math.round(css.blockSize * ratio);
    this.size = { width: css.inlineSize, height: css.blockSize, scale: width / css.inlineSize };
    this.followUnit();
    this.changed();
    if (width === this.canvas.width && height === this.canvas.height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    // A new size clears the canvas: it is drawn before anybody sees it blank.
    this.drawNow();
    this.controls.showCaret(); // a phone's keyboard may have come up
  }

  // The ratio changed without the size in CSS pixels: measured afresh.
  watchRatio() {
    media(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.observeSize();
      this.watchRatio();
    }, { once: true });
  }

  startGraphics() {
    return this.graphics.start(() => this.renewRaster());
  }

  // What was drawn of texts and icons is gone or stale.
  renewRaster() {
    this.raster.renew();
    this.changed();
  }

  // There are no graphics here: the mirror is the interface.
  showMirrorAlone() {
    this.isMirrorAlone = true;
    this.showLook();
  }

  // A mirror that is seen wears a look of its own.
  showLook() {
    const isAlone = this.queries.forced.matches || this.isMirrorAlone;
    document.documentElement.classList.toggle('mirror-alone', isAlone);
    if (!isAlone || this.look) return;
    this.look = document.createElement('link');
    this.look.rel = 'stylesheet';
    this.look.href = '/{{asset:mirror.css}}';
    document.head.append(this.look);
  }

  viewportField(field) {
    const { unit } = this.mirror;
    const inset = (side) =>
      (Number.parseFloat(getComputedStyle(this.insets)[`padding${side}`]) || 0) / unit;
    const flags = this.queries;
    switch (field) {
      case 0: return this.size.width / unit;
      case 1: return this.size.height / unit;
      case 2: return this.size.scale * unit;
      case 3: return inset('Top');
      case 4: return inset('Right');
      case 5: return inset('Bottom');
      case 6: return inset('Left');
      case 7: return Number(flags.dark.matches);
      case 8: return Number(flags.contrast.matches);
      case 9: return Number(flags.forced.matches || this.isMirrorAlone);
      case 10: return Number(flags.still.matches);
      default: return Number(flags.coarse.matches);
    }
  }
}
