// What is said while the program loads: nothing but "Loading" for a while, then that it takes long,
// or what went wrong, each time with a way to try again.

import { translated } from './language.js';

const lateAfter = 12000; // ms
const failuresKey = 'roomieroster-failed-starts';

// sessionStorage throws where it is switched off: failures are then not counted.
function failures(act = () => {}) {
  try {
    act(sessionStorage);
    return Number(sessionStorage.getItem(failuresKey) ?? 0);
  } catch {
    return 0;
  }
}

function reasonOf(error) {
  if (typeof WebAssembly === 'undefined') {
    return 'RoomieRoster could not start in this browser. It needs WebAssembly.';
  }
  if (!navigator.onLine) return 'RoomieRoster could not be loaded: there is no network.';
  if (/fetch|network|load/i.test(String(error))) {
    return 'RoomieRoster could not be loaded: the server did not answer.';
  }
  return 'RoomieRoster could not start.';
}

export class Loading {
  constructor(place) {
    this.place = place;
    this.words = place.querySelector('[role=status]');
    this.again = null; // the button
    this.words.textContent = translated('Loading');
    this.timer = setTimeout(() => this.say('This takes longer than expected.'), lateAfter);
  }

  end() {
    clearTimeout(this.timer);
    this.place.remove();
    failures((kept) => kept.removeItem(failuresKey));
  }

  fail(error) {
    clearTimeout(this.timer);
    failures((kept) => kept.setItem(failuresKey, String(failures() + 1)));
    this.say(reasonOf(error));
  }

  say(words) {
    const lines = [words];
    if (failures() > 2) lines.push('Please check your connection.');
    const again = document.createElement('button');
    again.textContent = translated('Try Again');
    again.addEventListener('click', () => location.reload());
    const texts = lines.map((line) => {
      const text = document.createElement('p');
      text.textContent = translated(line);
      return text;
    });
    this.words.replaceChildren(...texts);
    for (const bar of this.place.querySelectorAll('i')) bar.remove();
    this.again?.remove();
    this.again = again;
    this.place.append(again);
  }
}
