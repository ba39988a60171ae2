// The compiled program in its two parts (tools/web/parts.mjs): the first opens the page and leads
// in, the rest is for who has a household.

export class Program {
  constructor(first, rest) {
    this.restAddress = rest;
    this.first = WebAssembly.compileStreaming(fetch(first));
    this.rest = null; // the module, once somebody asked for it
    this.exports = null;
    this.waiting = null; // the table of functions that the rest brings
    this.isWhole = rest === '/'; // as programs for development come
  }

  // For Emscripten's loader.
  instantiate(module, imports, receive) {
    const missing = new Proxy({}, {
      get: (_, place) => (...args) => {
        this.completeNow(place);
        return this.waiting.get(Number(place))(...args);
      },
    });
    const instance = new WebAssembly.Instance(module, { ...imports, rest: missing });
    this.exports = instance.exports;
    this.waiting = Object.entries(this.exports).find(([name, value]) =>
      name.startsWith('_') && value instanceof WebAssembly.Table)?.[1];
    return receive(instance, module);
  }

  fetchRest() {
    if (this.isWhole) return null;
    this.rest ??= WebAssembly.compileStreaming(fetch(this.restAddress));
    this.rest.catch(() => { this.rest = null; }); // asked for again when it is needed
    return this.rest;
  }

  async complete() {
    if (!this.isWhole) this.join(await this.fetchRest());
  }

  join(module) {
    if (this.isWhole) return;
    this.isWhole = true;
    new WebAssembly.Instance(module, { first: this.exports });
  }

  // Somebody was faster than the network.
  completeNow(place) {
    console.warn(`waiting for the rest of the program, function ${place}`);
    const request = new XMLHttpRequest();
    request.open('GET', this.restAddress, false);
    request.overrideMimeType('text/plain; charset=x-user-defined'); // one byte a character
    request.send();
    const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
    this.join(new WebAssembly.Module(bytes));
  }
}
