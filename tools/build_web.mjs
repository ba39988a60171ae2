// tools/build_web.mjs WASM_DIR OUT_DIR: assembles the page.
//
// Bundles web/boot.js with the compiled program's loader, names every asset after its content,
// fills the {{asset:NAME}} places, and writes brotli and gzip beside each file. The page itself
// keeps its name; everything it loads is immutable.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(path.join(root, 'tools/web/package.json'));
const esbuild = require('esbuild');
const [wasmDir, outDir] = process.argv.slice(2).map((place) => path.resolve(place));
const web = (name) => path.join(root, 'web', name);

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
    return `M${n('cx') - rx} ${n('cy')}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
  }
  if (tag === 'rect') {
    const [x, y, w, h, r] = [n('x'), n('y'), n('width'), n('height'), n('rx')];
    return `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
      `h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
  }
  throw new Error(`an icon uses <${tag}>, which is not known here`);
}

function buildIcons() {
  const names = readFileSync(path.join(root, 'tools/web/icons.txt'), 'utf8').trim().split(/\s+/);
  const folder = path.join(path.dirname(require.resolve('lucide-static/package.json')), 'icons');
  const icons = {};
  for (const name of names) {
    const svg = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
    const shapes = [...svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1)
      .matchAll(/<(path|line|polyline|polygon|circle|ellipse|rect)\s([^>]*?)\/?>/g)];
    icons[name] = shapes.map(([, tag, text]) =>
      iconPath(tag, (attribute) => text.match(new RegExp(`(?:^|\\s)${attribute}="([^"]*)"`))?.[1]));
  }
  return `export const iconPaths = ${JSON.stringify(icons)};\n`;
}

const assets = new Map(); // name -> hashed name
function emit(name, bytes, { hashed = true } = {}) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const { name: stem, ext } = path.parse(name);
  const target = hashed ? `${stem}-${hash}${ext}` : name;
  assets.set(name, target);
  const file = path.join(outDir, target);
  writeFileSync(file, bytes);
  if (ext === '.woff2' || ext === '.png') return bytes.length; // compressed already
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  return brotli.length;
}

const fill = (text) => text.replaceAll(/\{\{asset:([^}]+)\}\}/g, (_, name) => {
  if (!assets.has(name)) throw new Error(`no asset called ${name}`);
  return assets.get(name);
});

rmSync(outDir, { recursive: true, force: true });
mkdirSync(outDir, { recursive: true });
const sizes = {};
for (const file of readdirSync(path.join(wasmDir, '../assets'))) {
  sizes[file] = emit(file, readFileSync(path.join(wasmDir, '../assets', file)));
}
sizes['roomieroster.wasm'] = emit('roomieroster.wasm',
  readFileSync(path.join(wasmDir, 'roomieroster.wasm')));
sizes['styles.css'] = emit('styles.css', Buffer.from(fill(readFileSync(web('styles.css'), 'utf8'))));

const bundle = await esbuild.build({
  entryPoints: [web('boot.js')],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
  legalComments: 'none',
  external: ['module', 'fs', 'path', 'url'],
  plugins: [{
    name: 'made-files',
    setup(build) {
      build.onResolve({ filter: /\/roomieroster\.js$/ }, () => ({
        path: path.join(wasmDir, 'roomieroster.js'),
      }));
      build.onResolve({ filter: /\/icons\.js$/ }, () => ({ path: 'icons', namespace: 'made' }));
      build.onLoad({ filter: /.*/, namespace: 'made' }, () => ({ contents: buildIcons() }));
    },
  }],
});
sizes['app.js'] = emit('app.js', Buffer.from(fill(bundle.outputFiles[0].text)));
sizes['index.html'] = emit('index.html', Buffer.from(fill(readFileSync(web('index.html'), 'utf8'))),
  { hashed: false });

const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
for (const [name, size] of Object.entries(sizes)) {
  console.log(`${String(size).padStart(8)}  ${name}`);
}
console.log(`${String(total).padStart(8)}  bytes as sent (brotli)`);
