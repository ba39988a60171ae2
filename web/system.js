// Clock, language, address and clipboard for client/platform/web/system.cpp.

import { Address } from './address.js';
import { translateSentence } from './texts.js';

const encoder = new TextEncoder();
const dayMs = 86400000;

// localStorage throws where it is switched off: a setting is then forgotten with the page.
export const setting = (act) => {
  try {
    return act(localStorage) ?? '';
  } catch {
    return '';
  }
};

// Browsers write localStorage to the disk late, and databases at once: whoever is killed between
// finds the person again by the name of the database (database_of in client/app/engine_port.cpp).
//
// Gives the database's name; none when nobody was here yet.
export async function findDatabase() {
  const prefix = 'roomieroster-';
  const person = setting((store) => store.getItem('rr.person'));
  if (person !== '') return prefix + person;
  if (setting((store) => store.getItem('rr.person') === null ? 'absent' : '') === '') return null;
  const databases = await globalThis.indexedDB?.databases?.() ?? [];
  const found = databases.find(({ name }) => name.startsWith(prefix));
  if (found) setting((store) => store.setItem('rr.person', found.name.slice(prefix.length)));
  return found?.name ?? null;
}

function download(name, text) {
  const link = document.createElement('a');
  const mark = name.endsWith('.csv') ? '\uFEFF' : ''; // else spreadsheets do not read UTF-8
  link.href = URL.createObjectURL(new Blob([mark, text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

const grounds = { light: '#F4F5F1', dark: '#131512' };

function showScheme(scheme) {
  document.documentElement.style.colorScheme = scheme;
  document.documentElement.style.background = grounds[scheme];
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.content = grounds[scheme];
    meta.removeAttribute('media');
  }
}

export class System {
  // `reload` starts the page anew, with the newest version that is here.
  constructor(language, device, reload) {
    this.language = language;
    this.device = device;
    this.reload = reload;
    this.address = new Address();
  }

  text(what, text, number) {
    return what === 1 ? this.language.texts : encoder.encode(this.answer(what, text, number));
  }

  answer(what, text, number) {
    switch (what) {
      case 0: return Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
      case 2: return text.normalize('NFC');
      case 3: return this.language.dates.format(number * dayMs);
      case 4:
        return new Intl.DateTimeFormat(this.language.locale, {
          timeStyle: 'short', timeZone: text || undefined,
        }).format(number);
      case 5: return setting((store) => store.getItem(`rr.${text}`));
      case 7: return location.origin;
      case 8: return '/{{asset:time_zones.bin}}';
      case 9: return this.language.plurals.select(number);
      case 10: return this.language.decimalPoint();
      case 11: return this.language.format('DateTimeFormat', text, number * dayMs);
      case 12: return `${this.language.firstWeekday()}`;
      case 13: return this.language.format('NumberFormat', text, number);
      case 14: return this.device.installing();
      case 15: return this.device.notifying();
      case 16: return translateSentence(this.language.texts, text);
      case 17: return this.language.locale;
      default: return location.pathname + location.search + location.hash;
    }
  }

  act(what, a, b) {
    switch (what) {
      case 0: setting((store) => store.setItem(`rr.${a}`, b)); break;
      case 1: this.address.push(a, b); break;
      case 2: this.address.replace(a, b); break;
      case 3: document.title = a; break;
      case 4: navigator.clipboard?.writeText(a).catch(() => {}); break;
      case 6: download(a, b); break;
      case 7: showScheme(a); break;
      case 8: this.language.choose(a); break;
      case 9: this.device.install(); break;
      case 10: this.device.badge(Number(a)); break;
      case 11: this.device.ask(); break;
      case 12: this.device.notify(a); break;
      case 13: this.device.keepScreenOn(); break;
      case 14: this.device.letScreenSleep(); break;
      default: this.reload();
    }
  }
}
