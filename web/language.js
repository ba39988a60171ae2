// Which language the page speaks: its texts (client/text) and how Intl writes dates and numbers.
//
// English is in the program. Another language is one file, fetched before the first frame when it
// is the browser's or the remembered one, and when somebody chooses it.

import { setting } from './system.js';

const kind = { texts: 36 };
const files = { de: '/{{asset:texts-de.bin}}', 'en-XA': '/{{asset:texts-en-XA.bin}}' };

// The language of ours that serves `tag`, if one does.
const served = (tag) => [tag, tag.split('-')[0]].find((name) => name === 'en' || files[name]);

// The one that is spoken, when `wanted` is a language's name, or empty for the browser's.
const spoken = (wanted) => [wanted, ...navigator.languages].map(served).find(Boolean) ?? 'en';

// What is said before there is a program, or without one.
const german = {
  'Loading': 'Lädt',
  'RoomieRoster could not start in this browser. It needs WebAssembly.':
    'RoomieRoster konnte in diesem Browser nicht starten. Es braucht WebAssembly.',
  'RoomieRoster could not be loaded: there is no network.':
    'RoomieRoster konnte nicht geladen werden: Es gibt kein Netz.',
  'RoomieRoster could not be loaded: the server did not answer.':
    'RoomieRoster konnte nicht geladen werden: Der Server hat nicht geantwortet.',
  'RoomieRoster could not start.': 'RoomieRoster konnte nicht starten.',
  'This takes longer than expected.': 'Das dauert länger als erwartet.',
  'Please check your connection.': 'Bitte prüfe deine Verbindung.',
  'Try Again': 'Nochmal versuchen',
};
const remembered = () => setting((store) => store.getItem('rr.language'));
export const translated = (text) => (spoken(remembered()) === 'de' && german[text]) || text;

export class Language {
  constructor(post) {
    this.post = post;
    this.name = 'en';
    this.texts = new Uint8Array();
    this.use('en');
  }

  async load(wanted = remembered()) {
    const name = spoken(wanted);
    let texts = new Uint8Array();
    if (name !== 'en') {
      const response = await fetch(files[name]);
      if (!response.ok) throw new Error(`no texts: ${response.status}`);
      texts = new Uint8Array(await response.arrayBuffer());
    }
    this.texts = texts;
    this.use(name);
  }

  use(name) {
    this.name = name;
    document.documentElement.lang = name;
    // As the reader's own region writes it, where it is the same language.
    this.locale = navigator.languages.find((tag) => served(tag) === name) ?? name;
    this.formats = {}; // making one takes longer than using it
    this.plurals = new Intl.PluralRules(this.locale);
    this.dates = new Intl.DateTimeFormat(this.locale, {
      weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC',
    });
  }

  async choose(wanted) {
    const number = await this.load(wanted).then(() => 1, () => 0);
    this.post(kind.texts, { number });
  }

  // A first visit fetched the texts before there was a service worker to keep them.
  keep() {
    if (files[this.name]) fetch(files[this.name]).catch(() => {});
  }

  // `options` of Intl[kind], as JSON.
  format(kind, options, value) {
    this.formats[options] ??= new Intl[kind](this.locale,
      { timeZone: 'UTC', ...JSON.parse(options) });
    return this.formats[options].format(value);
  }

  firstWeekday() {
    const locale = new Intl.Locale(this.locale);
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  }

  decimalPoint() {
    return new Intl.NumberFormat(this.locale).formatToParts(0.5)
      .find(({ type }) => type === 'decimal').value;
  }
}
