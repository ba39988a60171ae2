// Installs the service worker and tells the program when a new version waits.
//
// Without a secure context there is none: the program then works online only.

const kind = { updateReady: 26 };
const checkIntervalMs = 3600000;
const workerPath = '/sw.js';

// The one place where the page names code to run; the server's policy knows it as `rr`.
const policy = globalThis.trustedTypes?.createPolicy('rr', {
  createScriptURL(address) {
    if (address !== workerPath) throw new TypeError(`${address} is no program of this page`);
    return address;
  },
});

export class Updates {
  constructor(post) {
    this.post = post;
    this.registration = null;
    this.isActivated = false; // another tab started the new version
    this.lastCheckMs = performance.now();
  }

  async start() {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    let hadVersion = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (hadVersion) this.tell({ isActivated: true });
      hadVersion = true;
    });
    try {
      this.registration = await serviceWorker.register(
        policy ? policy.createScriptURL(workerPath) : workerPath, { updateViaCache: 'none' });
    } catch { // the network is gone, or storage is forbidden
      return;
    }
    if (this.registration.waiting && hadVersion) this.tell();
    this.registration.addEventListener('updatefound', () => this.follow());
    document.addEventListener('visibilitychange', () => this.check());
  }

  follow() {
    const worker = this.registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) this.tell();
    });
  }

  tell({ isActivated = false } = {}) {
    this.isActivated ||= isActivated;
    this.post(kind.updateReady);
  }

  // A page that stays open for days asks now and then, when somebody looks at it.
  check() {
    const now = performance.now();
    if (document.hidden || now - this.lastCheckMs < checkIntervalMs) return;
    this.lastCheckMs = now;
    this.registration.update().catch(() => {});
  }

  // Starts the waiting version, or the page anew.
  reload() {
    const waiting = this.registration?.waiting;
    if (!waiting || this.isActivated) {
      location.reload();
      return;
    }
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(),
      { once: true });
    waiting.postMessage('activate');
  }
}
