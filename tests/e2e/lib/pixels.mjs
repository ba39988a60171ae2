// What differs between two screenshots. They are read in a blank page of their own.
export async function openEye(browser) {
  const page = await (await browser.newContext()).newPage();
  return {
    // The box that holds all changed pixels, in pixels of the screenshots; null when none changed.
    changes: (before, after) => page.evaluate(async (pictures) => {
      const [a, b] = await Promise.all(pictures.map(async (picture) => {
        const blob = await (await fetch(`data:image/png;base64,${picture}`)).blob();
        const bitmap = await createImageBitmap(blob);
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      }));
      const box = { left: a.width, top: a.height, right: 0, bottom: 0 };
      for (let at = 0; at < a.data.length; at += 4) {
        const isSame = a.data[at] === b.data[at] && a.data[at + 1] === b.data[at + 1] &&
          a.data[at + 2] === b.data[at + 2];
        if (isSame) continue;
        const x = (at / 4) % a.width;
        const y = Math.floor(at / 4 / a.width);
        box.left = Math.min(box.left, x);
        box.top = Math.min(box.top, y);
        box.right = Math.max(box.right, x + 1);
        box.bottom = Math.max(box.bottom, y + 1);
      }
      return box.right > 0 ? box : null;
    }, [before, after].map((each) => each.toString('base64'))),
    close: () => page.context().close(),
  };
}
