// check_texts.mjs FOLDER: says which texts of the languages (*.po) are missing, left over, or have
// other places than the English ones (texts.pot). Ends with a line of counts.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { categoriesOf, placesOf, readPo } from './texts.mjs';

const folder = process.argv[2];
const read = (name) => readPo(readFileSync(path.join(folder, name), 'utf8'));
const keyOf = ({ msgctxt = '', msgid, msgid_plural: plural = '' }) =>
  [msgctxt, msgid, plural].join('|');

function faultsOf(name, english) {
  const [header, ...messages] = read(name);
  const forms = new Set(categoriesOf(path.parse(name).name, header.texts[0]).values()).size;
  const translated = new Map(messages.map((message) => [keyOf(message), message]));
  const faults = [];
  for (const message of english) {
    const key = keyOf(message);
    const { texts = [], isFuzzy } = translated.get(key) ?? {};
    const wanted = message.msgid_plural === undefined ? 1 : forms;
    const isWhole = texts.length === wanted && texts.every((text) => text);
    if (!isWhole || isFuzzy) faults.push(`not translated: ${key}`);
    for (const text of texts) {
      // "{n}" may be a word where there is one thing.
      const mayMiss = message.msgid_plural !== undefined && text === texts[0];
      const isAlike = placesOf(text) === placesOf(message.msgid_plural ?? message.msgid) ||
        (mayMiss && placesOf(text) === placesOf(message.msgid));
      if (text && !isAlike) faults.push(`other places: ${key}: ${text}`);
    }
    translated.delete(key);
  }
  for (const key of translated.keys()) faults.push(`left over: ${key}`);
  return faults.map((fault) => `${name}: ${fault}`);
}

const [, ...english] = read('texts.pot');
const languages = readdirSync(folder).filter((name) => name.endsWith('.po'));
const faults = languages.flatMap((name) => faultsOf(name, english));
if (faults.length > 0) console.log(faults.join('\n'));
console.log(`${english.length * languages.length - faults.length} passed, ${faults.length} failed`);
process.exit(faults.length > 0 || languages.length === 0 ? 1 : 0);
