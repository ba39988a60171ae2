// Which language the page speaks: its texts (client/text) and how Intl writes dates and numbers.
//
// English is in the program. Another language is one file, fetched before the first frame when it
// is the browser's or the remembered one, and when somebody chooses it.

const kind = { texts: 36 };
const files = { de: '/{{asset:texts-de.json}}', 'en-XA': '/{{asset:texts-en-XA.json}}' };

// The language of ours that serves `tag`, if one does.
const served = (tag) => [tag, tag.split('-')[0]].find((name) => name === 'en' || files[name]);

export class Language {
  constructor(post) {
    this.post = post;
    this.name = 'en';
    this.texts = new Uint8Array();
    this.use('en');
  }

  // `wanted` is a language's name, or empty for the browser's.
  async load(wanted) {
    const name = [wanted, ...navigator.languages].map(served).find(Boolean) ?? 'en';
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

  decimalPoint() {
    return new Intl.NumberFormat(this.locale).formatToParts(0.5)
      .find(({ type }) => type === 'decimal').value;
  }
}
