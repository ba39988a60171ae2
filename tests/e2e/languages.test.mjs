// Languages: every text is in the catalogue, German ones fit, and a home is led in German.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeViolations } from './lib/axe.mjs';
import { eventually } from './lib/eventually.mjs';
import { exampleChores } from './lib/chores.mjs';
import { setStage } from './lib/stage.mjs';
import { cutOnCanvas, speak, textsOf } from './lib/texts.mjs';
import { showing, sizes, tour } from './lib/tour.mjs';
import { translateSentence } from '../../web/texts.js';

const stage = setStage();

// What people entered in the tour, names that no language changes, and what Intl writes.
const entered = ['RoomieRoster', 'Zeith 1.0', 'English', 'Deutsch', 'Linden Street 12',
  'I am away all weekend, would you mind?', 'Clean the oven', 'Ana', 'Ben', 'Chi', 'Dev', 'Finn',
  'Bathroom', 'Vacuum', 'Plants', 'Windows', 'Fridge', 'Scrub the shower', 'Clean the toilet',
  'Wipe mirror and sink', ...exampleChores.flatMap(({ name, steps }) => [name, ...steps])];
const written = [
  /http:\/\/\S+/g, // an invitation's link
  /\b(?:[0-9A-Z]{5}-)+[0-9A-Z]{1,5}\b|\b[0-9A-Z]{10,26}\b/g, // a code
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [A-Z][a-z]{2} \d+\b/g,
  /\d:\d\d[\s\u202f](?:AM|PM)/g,
];

// What is left of a text without its translated parts and without what people entered.
function untranslated(text) {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  }
  for (const each of written) rest = rest.replaceAll(each, '');
  for (const each of [...entered].sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(each, '');
  }
  return /\p{L}/u.test(rest);
}

// A language that is 40 % longer than English is not asked to fit the narrowest phones.
const germanSizes = { narrow: { width: 320, height: 640 }, ...sizes };

// What ends with "…" as it is: what goes on, and what people entered, alone or before its facts in
// a list to choose from.
function isMeantToEnd(text) {
  if (/^(Speichert|Lädt|Vergeben an) …$/.test(text)) return true;
  const shown = text.slice(0, -1).trimEnd();
  return shown !== '' && entered.some((each) => each.startsWith(shown) ||
    text.startsWith(`${each}, `));
}

test('every text is in the catalogue, and fits in German and in a longer language', async () => {
  const faults = new Set();
  let count = 0;
  await tour(stage.browser, stage.server, async (page, name, { kinds, contrast } = {}) => {
    // Long names are cut in every language, one contrast is as wide as another, and a toast stays
    // as it was told.
    if (/^long-|-toast$/.test(name) || contrast || (kinds && !kinds.phone)) return;
    for (const [language, all] of [['en-XA', sizes], ['de-DE', germanSizes]]) {
      await cutOnCanvas(page);
      await speak(page, language);
      await showing(page, { kinds: kinds ?? all, schemes: ['light'] }, async (label) => {
        for (const text of await cutOnCanvas(page)) {
          // What was refused before stands as it was told then.
          const isOfBefore = language === 'de-DE' && text.includes('⟦');
          if (!isOfBefore && !isMeantToEnd(text)) faults.add(`cut: ${text} (${name}-${label})`);
        }
        for (const text of await textsOf(page)) {
          count += 1;
          if (language === 'en-XA' && untranslated(text)) {
            faults.add(`not in the catalogue: ${text} (${name}-${label})`);
          }
        }
      });
    }
    await speak(page, 'en-US');
  });
  assert.deepEqual([...faults], []);
  assert.ok(count > 5000, `only ${count} texts were seen`);
});

test('a finished sentence is translated by the template it was filled from', () => {
  const catalogue = new TextEncoder().encode(Object.entries({
    'Done.': 'Fertig.',
    'asked|swapped': 'getauscht',
    '{a} for {b}': '{a} gegen {b}',
    "{chore} is {name}'s.": '{name} hat {chore}.',
    '{chore} was missed (by {name}), so it cannot be {asked}.':
      '{chore} kann nicht {asked} werden.',
    '{name} and {name}.': '{name} doppelt.',
    '{x} is {y}.': 'falsch',
  }).map(([key, text]) => `${key}\x02${text}\x01`).join(''));
  for (const [english, german] of [
    ['Done.', 'Fertig.'],
    ["Dishes is Ana's.", 'Ana hat Dishes.'],
    ["$& is {name}'s.", '{name} hat $&.'],
    ['Dishes was missed (by Ben), so it cannot be swapped.', 'Dishes kann nicht getauscht werden.'],
    ['Dishes was missed (by Ben), so it cannot be eaten.', 'Dishes kann nicht eaten werden.'],
    ['Ana and Ana.', 'Ana doppelt.'],
    ['Ana and Ben.', 'Ana and Ben.'],
    ['Ask for more', 'Ask for more'], // no sentence: not a template's
  ]) assert.equal(translateSentence(catalogue, english), german);
});

// ---- German ------------------------------------------------------------------------------------

const press = (place, name) => place.getByRole('button', { name, exact: true }).click();
const go = (page, section) => page.getByRole('navigation', { name: 'Bereiche' })
  .getByRole('link', { name: section, exact: true }).click();
const language = (page) => page.evaluate(() => document.documentElement.lang);

const openPage = (locale) => stage.openPage('/chores', { locale });

async function startInGerman(page) {
  await press(page, 'Haushalt gründen');
  const dialog = page.getByRole('dialog', { name: 'Haushalt gründen' });
  await press(dialog, 'Haushalt gründen');
  await dialog.getByText('Name des Haushalts: bitte ausfüllen.').waitFor();
  await page.getByLabel('Name des Haushalts').fill('Ahornweg 3');
  await page.getByLabel('Dein Name').fill('Jörg');
  await press(dialog, 'Haushalt gründen');
  await page.getByRole('status').getByText('Alles gespeichert').waitFor();
}

async function addInGerman(page, name) {
  await press(page, 'Neue Aufgabe');
  await page.getByLabel('Name der Aufgabe').fill(name);
  await page.getByRole('radio', { name: 'Täglich', exact: true }).check();
  await page.getByLabel('Punkte', { exact: true }).fill('0');
  await press(page, 'Speichern');
  await page.getByText('Punkte: mindestens 1.').waitFor();
  await page.getByLabel('Punkte', { exact: true }).fill('5');
  await press(page, 'Speichern');
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

test('a home is led in German: words, dates, numbers and refusals', async () => {
  const page = await openPage('de-DE');
  await page.getByText('Hausarbeit, Einkauf und Wäsche, fair geteilt.').waitFor();
  assert.equal(await language(page), 'de');
  await startInGerman(page);
  assert.equal(await page.title(), 'Aufgaben – RoomieRoster');
  await addInGerman(page, 'Bad putzen');
  await go(page, 'Mitbewohner');
  await page.getByLabel('Name', { exact: true }).fill('Svenja');
  await press(page, 'Hinzufügen');
  await page.getByRole('heading', { name: 'Svenja', level: 2 }).waitFor();
  await page.getByText('100 % der Arbeit').first().waitFor();
  await go(page, 'Plan');
  await press(page, 'Aufgaben verteilen');
  await page.getByText('1 Aufgabe verteilt').first().waitFor();
  const card = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Bad putzen', exact: true }),
  });
  await press(card, 'Als erledigt markieren');
  await card.getByText(/^Erledigt von (Jörg|Svenja) um \d\d:\d\d$/).waitFor();
  await page.getByText('„Bad putzen“ erledigt').first().waitFor();
  await press(page, 'Rückgängig');
  await card.getByRole('button', { name: 'Als erledigt markieren', pressed: false }).waitFor();
  await page.getByText(/(Mo|Di|Mi|Do|Fr|Sa|So)\., \d+\. \p{L}+\.?, \d\d:\d\d/u).first().waitFor();
  await page.getByText(/\d,\d → [+−]?\d,\d/u).first().waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
});

test('German stays: after a reload, without a network from the first visit on', async () => {
  const page = await openPage('de-DE');
  await startInGerman(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // The service worker keeps the texts as soon as it is there.
  await eventually(() => page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().filter(({ url }) => url.includes('/texts-')).length;
  }), 1);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: 'Aufgaben', level: 1 }).waitFor();
  assert.equal(await language(page), 'de');
  await page.context().close();
});

test('the language is chosen in Appearance, also against the browser', async () => {
  const page = await openPage('de-DE');
  await startInGerman(page);
  await go(page, 'Darstellung');
  await page.getByRole('radio', { name: 'English', exact: true }).check();
  await page.getByRole('heading', { name: 'Appearance', level: 1 }).waitFor();
  await eventually(() => language(page), 'en');
  assert.equal(await page.title(), 'Appearance – RoomieRoster');
  await page.getByRole('status').getByText('All changes saved').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Appearance', level: 1 }).waitFor();
  assert.equal(await language(page), 'en');
  await page.getByRole('radio', { name: 'As the browser', exact: true }).check();
  await page.getByRole('heading', { name: 'Darstellung', level: 1 }).waitFor();
  await page.context().close();
});

test('who speaks English loads no texts, and who speaks neither reads English', async () => {
  for (const locale of ['en-GB', 'fr-FR']) {
    const page = await openPage(locale);
    await page.getByRole('button', { name: 'Start a household' }).waitFor();
    assert.equal(await language(page), 'en');
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource')
      .filter(({ name }) => name.includes('/texts-')).length);
    assert.equal(loaded, 0);
    await page.context().close();
  }
});
