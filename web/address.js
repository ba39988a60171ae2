// The page's address in the browser's history, as client/platform/system.h describes it.

const item = 'item'; // the state of an entry that has its screen's own before it

export class Address {
  constructor() {
    this.goal = null; // where the browser is going back to by itself
    this.waiting = []; // what to do when it is there
  }

  push(address, state) {
    if (this.goal === null) history.pushState(state, '', address);
    else this.waiting.push(['push', address, state]);
  }

  // `state`: the item is left.
  replace(address, state) {
    if (this.goal !== null) {
      // What was opened meanwhile never came to be an entry.
      if (state && this.waiting.at(-1)?.[2] === item) this.waiting.pop();
      else this.waiting.push(['replace', address, state]);
    } else if (state && history.state === item) {
      this.goal = address;
      history.back();
    } else {
      history.replaceState(state ? null : history.state, '', address);
    }
  }

  // `tell` hears where people go. Browsers lose what is pushed inside the event.
  watch(tell) {
    addEventListener('popstate', () => setTimeout(() => {
      const { goal, waiting } = this;
      this.goal = null;
      this.waiting = [];
      if (goal === location.pathname) for (const [way, ...rest] of waiting) this[way](...rest);
      else tell();
    }));
  }
}
