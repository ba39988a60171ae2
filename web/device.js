// What a device offers a program that people keep on it: installing, a number on its icon,
// notifications, and a screen that stays on. Where the browser has none of them, nothing happens.

const granted = 'granted';

export class Device {
  // `changed` is called when an answer of below may have become another one.
  constructor(changed) {
    this.changed = changed;
    this.offer = null; // the browser's own question whether to install
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault(); // asked in the settings instead
      this.keep(event);
    });
    addEventListener('appinstalled', () => this.keep(null));
    this.isAwake = false; // wanted
    this.lock = null; // the browser lets go of it when the page is hidden
    document.addEventListener('visibilitychange', () => this.holdLock());
  }

  keep(offer) {
    this.offer = offer;
    this.changed();
  }

  // How it can be installed: "ask", "steps" (Safari has no way but its menu), or not: "".
  installing() {
    if (this.offer) return 'ask';
    const { userAgent, maxTouchPoints, standalone } = navigator;
    const isPad = userAgent.includes('Macintosh') && maxTouchPoints > 1;
    const isIos = isPad || /iP(hone|ad|od)/.test(userAgent);
    return isIos && !standalone && !matchMedia('(display-mode: standalone)').matches ? 'steps' : '';
  }

  install() {
    this.offer?.prompt();
    this.keep(null); // a question can be put once
  }

  // "granted", "denied", "default" (nobody was asked yet), or "" without notifications.
  notifying() {
    return navigator.serviceWorker ? globalThis.Notification?.permission ?? '' : '';
  }

  async ask() {
    await Notification.requestPermission();
    this.changed();
  }

  badge(count) {
    navigator.setAppBadge?.(count).catch(() => {}); // 0 takes it away
  }

  keepScreenOn() {
    this.isAwake = true;
    this.holdLock();
  }

  letScreenSleep() {
    this.isAwake = false;
    this.lock?.release();
    this.lock = null;
  }

  async holdLock() {
    if (!this.isAwake || document.hidden || !navigator.wakeLock) return;
    if (this.lock && !this.lock.released) return;
    try {
      this.lock = await navigator.wakeLock.request('screen');
    } catch { // refused, as with an empty battery
      return;
    }
    if (!this.isAwake) this.letScreenSleep(); // not wanted any more
  }

  // Only to whoever does not look at the page.
  async notify(words) {
    if (!document.hidden || this.notifying() !== granted) return;
    const worker = await navigator.serviceWorker.ready;
    await worker.showNotification(words, { tag: 'due', icon: '/{{asset:icon-192.png}}' });
  }
}
