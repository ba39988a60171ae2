// Texts of other languages: reads gettext's files and makes the program's catalogues of them
// (client/text/catalogue.h).

const quoted = /^"((?:[^"\\]|\\.)*)"$/;
const unescape = (text) => text.replaceAll(/\\(.)/g, (_, letter) => ({ n: '\n', t: '\t' }[letter]
  ?? letter));

// The messages of a PO file: { msgctxt, msgid, msgid_plural, texts: [msgstr...], isFuzzy }.
export function readPo(content) {
  const messages = [];
  for (const block of content.split(/\n\s*\n/)) {
    const message = { texts: [], isFuzzy: /^#,.*\bfuzzy\b/m.test(block) };
    let add = () => {};
    for (const line of block.split('\n')) {
      if (line.startsWith('#') || line.trim() === '') continue;
      const [, key, place, rest] = line.match(/^(?:(msg\w+)(?:\[(\d)\])? )?(".*")$/) ?? [];
      if (rest === undefined) throw new Error(`not a line of a PO file: ${line}`);
      const text = unescape(rest.match(quoted)[1]);
      if (key === 'msgstr') {
        const form = Number(place ?? 0);
        message.texts[form] = '';
        add = (more) => { message.texts[form] += more; };
      } else if (key) {
        message[key] = '';
        add = (more) => { message[key] += more; };
      }
      add(text);
    }
    if (message.msgid !== undefined) messages.push(message);
  }
  return messages;
}

// Which msgstr[] Intl's categories stand for, after the file's own formula.
export function categoriesOf(language, header) {
  const formula = header.match(/plural=([n0-9%()<>=!&|?: ]+);/)?.[1];
  if (!formula) throw new Error(`${language}: no plural formula`);
  const placeOf = new Function('n', `return Number(${formula})`);
  const rules = new Intl.PluralRules(language);
  const categories = new Map();
  for (let n = 0; n <= 1000; n += 1) {
    const category = rules.select(n);
    const place = placeOf(n);
    if ((categories.get(category) ?? place) !== place) {
      throw new Error(`${language}: Intl and the formula differ at ${n}`);
    }
    categories.set(category, place);
  }
  return categories;
}

// What stands in {} in a text, in order of the letters.
export const placesOf = (text) => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

// The catalogue's entries of one message; `textOf(i)` is its text or its i-th form.
function entriesOf({ msgctxt, msgid, msgid_plural: plural }, categories, textOf) {
  if (plural === undefined) {
    return [[msgctxt === undefined ? msgid : `${msgctxt}|${msgid}`, textOf(0)]];
  }
  return [...categories].map(([category, place]) => [`${msgid}|${category}`, textOf(place)]);
}

const byBytes = ([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const asRecords = (entries) => Buffer.from(entries.filter(([, text]) => text).sort(byBytes)
  .map(([key, text]) => `${key}\x02${text}\x01`).join(''));

// What is not translated stays English.
export function catalogue(language, content) {
  const [header, ...messages] = readPo(content);
  const categories = categoriesOf(language, header.texts[0]);
  return asRecords(messages.filter(({ isFuzzy }) => !isFuzzy)
    .flatMap((message) => entriesOf(message, categories, (i) => message.texts[i])));
}

const accents = { a: 'áà', e: 'éè', i: 'íì', o: 'óò', u: 'úù', y: 'ýÿ', A: 'ÁÀ', E: 'ÉÈ', I: 'ÍÌ',
  O: 'ÓÒ', U: 'ÚÙ', c: 'ç', n: 'ñ', C: 'Ç', N: 'Ñ' };
const longer = (text) => text.replaceAll(/\{\w+\}|./gs, (part) => accents[part] ?? part);

// English in brackets, with accents and longer by the vowels: shows what is in no catalogue, and
// what a longer language would break.
export function pseudoCatalogue(content) {
  const [, ...messages] = readPo(content);
  const categories = new Map([['one', 0], ['other', 1]]);
  return asRecords(messages.flatMap((message) => entriesOf(message, categories, (i) =>
    `⟦${longer(i === 0 ? message.msgid : message.msgid_plural)}⟧`)));
}
