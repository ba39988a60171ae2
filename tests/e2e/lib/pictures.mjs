// Compares two pictures (PNG) of the same size: the mean difference of their channels, of 255.
export const difference = (page, first, second) => page.evaluate(async (pictures) => {
  const [a, b] = await Promise.all(pictures.map(async (bytes) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  if (a.length !== b.length) throw new Error('pictures of two sizes');
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;
}, [[...first], [...second]]);
