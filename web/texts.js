// Finished English sentences in another language.
//
// Refusals come finished, from the server, too. So the template that one was filled from is looked
// for among the keys of the catalogue (client/text/catalogue.h), and its translation is filled with
// what stood in the places. Only whole sentences are templates here. What stands in a place stays,
// unless the catalogue has it for that place ("place|text").

const asPattern = (template) => {
  const seen = new Set();
  return template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, (_, name) =>
    (seen.has(name) ? `\\k<${name}>` : `(?<${seen.add(name) && name}>.*?)`));
};

// `bytes` is the catalogue. Answers the English sentence when nothing fits.
export function translateSentence(bytes, english) {
  const records = new TextDecoder().decode(bytes).split('\x01').map((each) => each.split('\x02'));
  const texts = new Map(records);
  if (texts.has(english)) return texts.get(english);
  let most = 0;
  let best = english;
  for (const [key, text] of records) {
    if (!key.endsWith('.') || !key.includes('{')) continue;
    const places = english.match(new RegExp(`^${asPattern(key)}$`, 's'))?.groups;
    if (!places) continue;
    const own = english.length - Object.values(places).join('').length;
    if (own <= most) continue; // the one with the most letters of its own fits best
    most = own;
    best = text.replaceAll(/\{(\w+)\}/g, (_, name) =>
      texts.get(`${name}|${places[name]}`) ?? places[name]);
  }
  return best;
}
