// The line icons that the program draws, from lucide's SVG files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Icons are 24 by 24 line drawings: every shape becomes a path's text.
function iconPath(tag, get) {
  const n = (name) => Number(get(name) ?? 0);
  if (tag === 'path') return get('d');
  if (tag === 'line') return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
  if (tag === 'polyline' || tag === 'polygon') {
    return `M${get('points').trim().replaceAll(/\s+/g, ' ')}${tag === 'polygon' ? 'Z' : ''}`;
  }
  if (tag === 'circle' || tag === 'ellipse') {
    const rx = n(tag === 'circle' ? 'r' : 'rx');
    const ry = n(tag === 'circle' ? 'r' : 'ry');
    const half = (way) => `a${rx} ${ry} 0 1 0 ${way * rx} 0`;
    return `M${n('cx') - rx} ${n('cy')}${half(2)}${half(-2)}`;
  }
  if (tag === 'rect') {
    const [x, y, w, h, r] = [n('x'), n('y'), n('width'), n('height'), n('rx')];
    const corner = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    return `M${x + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}` +
      `h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}z`;
  }
  throw new Error(`an icon uses <${tag}>, which is not known here`);
}

// All icons of these lists (tools/web/LIST.txt): name -> paths.
function readIcons(root, lists) {
  const require = createRequire(path.join(root, 'tools/web/package.json'));
  const names = lists.flatMap((list) =>
    readFileSync(path.join(root, `tools/web/${list}.txt`), 'utf8').trim().split(/\s+/));
  const folder = path.join(path.dirname(require.resolve('lucide-static/package.json')), 'icons');
  const icons = {};
  for (const name of names) {
    const svg = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
    const shapes = [...svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1)
      .matchAll(/<(path|line|polyline|polygon|circle|ellipse|rect)\s([^>]*?)\/?>/g)];
    icons[name] = shapes.map(([, tag, text]) =>
      iconPath(tag, (attribute) => text.match(new RegExp(`(?:^|\\s)${attribute}="([^"]*)"`))?.[1]));
  }
  return icons;
}

// The source of a module with them.
export const buildIcons = (root, lists) =>
  `export const iconPaths = ${JSON.stringify(readIcons(root, lists))};\n`;

// Style rules that draw them before elements that name one, where the mirror is seen.
function iconStyle([name, paths]) {
  const drawn = paths.map((each) => `<path d="${each}"/>`).join('');
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" ' +
    `stroke="red" stroke-width="2" stroke-linecap="round">${drawn}</svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(picture)}`;
  return `.mirror-alone [data-icon="${name}"]::before { mask: url("${address}") }\n`;
}
export const iconStyles = (root, lists) =>
  Object.entries(readIcons(root, lists)).map(iconStyle).join('');
