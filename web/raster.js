// Draws runs of text and icons into the program's textures, with the page's own fonts.

import { iconPaths } from './icons.js';

const families = ['Inter, system-ui, sans-serif', '"Inter Display", Inter, system-ui, sans-serif'];

const cssColour = (colour) =>
  `rgba(${colour & 255},${(colour >> 8) & 255},${(colour >> 16) & 255},${(colour >>> 24) / 255})`;

export class Raster {
  constructor(graphics) {
    this.graphics = graphics;
    this.generation = 1;
    this.canvas = document.createElement('canvas');
    this.context = this.canvas.getContext('2d', { willReadFrequently: true });
  }

  // Everything drawn so far is stale: fonts arrived, or the graphics context was lost.
  renew() {
    this.generation += 1;
  }

  setFont(face, size, weight) {
    // The shorthand resets kerning, so the rest is set after it.
    this.context.font = `${weight} ${size}px ${families[face]}`;
    this.context.fontKerning = 'normal';
    this.context.textRendering = 'geometricPrecision';
    this.context.textBaseline = 'alphabetic';
  }

  measure(text, face, size, weight) {
    this.setFont(face, size, weight);
    const m = this.context.measureText(text);
    return [
      m.width,
      Math.max(m.fontBoundingBoxAscent, m.actualBoundingBoxAscent),
      Math.max(m.fontBoundingBoxDescent, m.actualBoundingBoxDescent),
      Math.max(0, m.actualBoundingBoxLeft),
      Math.max(0, m.actualBoundingBoxRight - m.width),
    ];
  }

  // A canvas of exactly the wanted size, cleared.
  begin(width, height) {
    this.canvas.width = width;
    this.canvas.height = height;
    return this.context;
  }

  run(texture, x, y, width, height, text, face, size, weight, colour, scale, origin, baseline) {
    const context = this.begin(width, height);
    this.setFont(face, size * scale, weight);
    context.fillStyle = cssColour(colour);
    context.fillText(text, origin, baseline);
    this.graphics.upload(texture, x, y, this.canvas);
  }

  icon(texture, x, y, width, height, name, colour) {
    const context = this.begin(width, height);
    context.scale(width / 24, height / 24);
    context.strokeStyle = cssColour(colour);
    context.lineWidth = 2;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    const paths = iconPaths[name];
    // The program goes on without it; whoever tests the page hears of it.
    if (!paths) reportError(new Error(`there is no icon called ${name}`));
    for (const path of paths ?? []) context.stroke(new Path2D(path));
    this.graphics.upload(texture, x, y, this.canvas);
  }
}
