// Loads the page's fonts from one file and gives them to the browser, and tells it where more
// letters are: those it fetches itself when they are first drawn (tools/build_fonts makes both).

const faces = [['Inter', '400'], ['Inter', '600'], ['Inter Display', '700']];
const more = [
  '/{{asset:more-Inter-Regular.woff2}}',
  '/{{asset:more-Inter-SemiBold.woff2}}',
  '/{{asset:more-InterDisplay-Bold.woff2}}',
];
const unicodeRange = 'U+A2, U+A4, U+A6, U+A8, U+AA, U+AC-AF, U+B1-B3, U+B5, U+B6, U+B8-BA, ' +
  'U+BC, U+BE, U+2C6, U+2DA, U+2DC, U+2010-2012, U+2015, U+2020, U+2021, U+2039, U+203A, ' +
  'U+2122, U+100-130, U+132-151, U+154-24F, U+2B0-2C5, U+2C7-2D9, U+300-36F, ' +
  'U+370-3FF, U+400-52F, U+1E00-1EFF';

function announceMore() {
  faces.forEach(([family, weight], i) =>
    document.fonts.add(new FontFace(family, `url(${more[i]})`, { weight, unicodeRange })));
}

export async function loadFonts(address) {
  const buffer = await (await fetch(address)).arrayBuffer();
  const view = new DataView(buffer);
  let place = 0;
  await Promise.all(faces.map(([family, weight]) => {
    const length = view.getUint32(place, true);
    const face = new FontFace(family, buffer.slice(place + 4, place + 4 + length), { weight });
    place += 4 + length;
    document.fonts.add(face);
    return face.load();
  }));
  announceMore(); // later ones win where ranges overlap
}
