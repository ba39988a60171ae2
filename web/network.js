// Requests, the live stream, locks, tabs and timers for client/platform/web/network.cpp.

const kind = { http: 31, stream: 32, lock: 33, channel: 34, timer: 35 };
const streamState = { open: 1, data: 2, closed: 3 };
const lockState = { lost: 0, granted: 1, unavailable: -1 };

// Splits the bytes of an event stream into the data of its events, however they were cut.
export class EventLines {
  constructor(give) {
    this.give = give;
    this.rest = '';
    this.data = [];
    this.decoder = new TextDecoder();
  }

  take(bytes) {
    this.rest += this.decoder.decode(bytes, { stream: true });
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop();
    for (const line of lines) this.takeLine(line);
  }

  takeLine(line) {
    if (line === '') {
      if (this.data.length > 0) this.give(this.data.join('\n'));
      this.data = [];
    } else if (line.startsWith('data:')) {
      this.data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    }
  }
}

// Browsers take a longer wait for none at all.
const longestDelayMs = 2 ** 31 - 1;

const retryAfterSeconds = (response) => Number(response.headers.get('Retry-After')) || 0;

export class Network {
  constructor(post) {
    this.post = post;
    this.requests = new Map(); // token -> AbortController
    this.streams = new Map();
    this.locks = new Map(); // token -> {release, abort}
    this.timers = new Map();
    this.channel = null;
  }

  // ---- requests ----------------------------------------------------------------------------

  async send(token, method, path, body, csrf, timeoutMs) {
    const abort = new AbortController();
    this.requests.set(token, abort);
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    let status = 0;
    let retryAfter = 0;
    let bytes = null;
    try {
      const headers = {};
      if (body.length > 0) headers['Content-Type'] = 'application/json';
      if (csrf) headers['X-CSRF-Token'] = csrf;
      const response = await fetch(path, {
        method,
        headers,
        body: body.length > 0 ? body : undefined,
        signal: abort.signal,
        credentials: 'same-origin',
        cache: 'no-store',
      });
      bytes = new Uint8Array(await response.arrayBuffer());
      status = response.status;
      retryAfter = retryAfterSeconds(response);
    } catch { // no answer: status 0
      bytes = null;
    }
    clearTimeout(timer);
    if (!this.requests.delete(token)) return; // cancelled: nobody waits
    this.post(kind.http, { token, number: status, x: retryAfter, bytes });
  }

  cancel(token) {
    const abort = this.requests.get(token);
    this.requests.delete(token);
    abort?.abort();
  }

  // ---- live stream -------------------------------------------------------------------------

  async openStream(token, path) {
    const abort = new AbortController();
    this.streams.set(token, abort);
    let status = 0;
    try {
      const response = await fetch(path, {
        headers: { Accept: 'text/event-stream' },
        signal: abort.signal,
        credentials: 'same-origin',
        cache: 'no-store',
      });
      status = response.status;
      if (response.ok) await this.readStream(token, response.body.getReader());
    } catch { // ended by the network, or closed
      status = status === 200 ? 0 : status;
    }
    if (this.streams.delete(token)) {
      this.post(kind.stream, { token, number: streamState.closed, x: status });
    }
  }

  async readStream(token, reader) {
    this.post(kind.stream, { token, number: streamState.open });
    const lines = new EventLines((text) =>
      this.post(kind.stream, { token, number: streamState.data, text }));
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      lines.take(value);
    }
  }

  closeStream(token) {
    const abort = this.streams.get(token);
    this.streams.delete(token);
    abort?.abort();
  }

  // ---- locks -------------------------------------------------------------------------------

  requestLock(token, name, isSteal) {
    const answer = (number) => this.post(kind.lock, { token, number });
    if (!navigator.locks) { // not a secure context
      queueMicrotask(() => answer(lockState.unavailable));
      return;
    }
    this.releaseLock(token); // a wish that still waits gives way to the new one
    const abort = new AbortController();
    const lock = { abort, release: null };
    this.locks.set(token, lock);
    const isMine = () => this.locks.get(token) === lock;
    const options = isSteal ? { steal: true } : { signal: abort.signal };
    navigator.locks.request(name, options, () => new Promise((resolve) => {
      if (!isMine()) return resolve();
      lock.release = resolve;
      answer(lockState.granted);
      return undefined;
    })).catch(() => {}).finally(() => {
      // Released by us: nobody is told. Otherwise another tab stole it.
      if (!isMine()) return;
      this.locks.delete(token);
      answer(lockState.lost);
    });
  }

  releaseLock(token) {
    const lock = this.locks.get(token);
    this.locks.delete(token);
    if (lock?.release) lock.release();
    else lock?.abort.abort();
  }

  // ---- tabs --------------------------------------------------------------------------------

  openChannel(name) {
    if (this.channel?.name === name) return;
    this.channel?.close();
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = (event) => this.post(kind.channel, { bytes: event.data });
  }

  postToChannel(bytes) {
    this.channel?.postMessage(bytes);
  }

  // ---- timers ------------------------------------------------------------------------------

  startTimer(token, delayMs) {
    clearTimeout(this.timers.get(token));
    this.timers.set(token, setTimeout(() => {
      this.timers.delete(token);
      this.post(kind.timer, { token });
    }, Math.min(delayMs, longestDelayMs)));
  }

  stopTimer(token) {
    clearTimeout(this.timers.get(token));
    this.timers.delete(token);
  }

  isOnline() {
    return navigator.onLine !== false;
  }
}
