// The product's own icon in the sizes that browsers and systems ask for, from web/icon.svg.
import { execFileSync } from 'node:child_process';

const roundCorners = '112';
const pngHeaderSize = 22;

const shape = (drawing, radius) => drawing.replace('{{radius}}', radius);
const png = (drawing, radius, size) => execFileSync('rsvg-convert',
  ['--width', String(size), '--height', String(size)], { input: shape(drawing, radius) });

// [name, bytes] each. Maskable icons and Apple's have their corners cut by the system.
export function appIcons(drawing) {
  return [
    ['icon.svg', Buffer.from(shape(drawing, roundCorners))],
    ['icon-192.png', png(drawing, roundCorners, 192)],
    ['icon-512.png', png(drawing, roundCorners, 512)],
    ['icon-maskable-512.png', png(drawing, '0', 512)],
    ['icon-apple-180.png', png(drawing, '0', 180)],
  ];
}

// An ICO file around one PNG of 32 by 32.
export function favicon(drawing) {
  const image = png(drawing, roundCorners, 32);
  const header = Buffer.alloc(pngHeaderSize);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // one picture
  header.writeUInt8(32, 6);
  header.writeUInt8(32, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(image.length, 14);
  header.writeUInt32LE(pngHeaderSize, 18);
  return Buffer.concat([header, image]);
}
