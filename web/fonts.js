// Loads the page's fonts from one file and gives them to the browser.
// The file: per font its length (32 bit, little endian) and its woff2 bytes (tools/build_fonts).

const faces = [['Inter', '400'], ['Inter', '600'], ['Inter Display', '700']];

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
}
