// tools/build_web.mjs WASM_DIR OUT_DIR: assembles the page.
//
// Bundles web/boot.js with the compiled program's loader, names every asset after its content,
// fills the {{asset:NAME}} places, and writes brotli and gzip beside each file. Page, manifest,
// service worker, favicon.ico and notices.txt keep their names; everything else is immutable.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildIcons, iconStyles } from './web/icons.mjs';
import { appIcons, favicon } from './web/app_icons.mjs';
import { notices } from './web/notices.mjs';
import { splitProgram } from './web/parts.mjs';
import { catalogue, pseudoCatalogue } from './web/texts.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(path.join(root, 'tools/web/package.json'));
const esbuild = require('esbuild');
// The gallery draws more than the product does yet.
const iconLists = process.argv[2].endsWith('/gallery') ? ['icons', 'gallery_icons'] : ['icons'];
const [wasmDir, outDir] = process.argv.slice(2).map((place) => path.resolve(place));
const web = (name) => path.join(root, 'web', name);

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
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  return brotli.length;
}

const emitText = (name, text, options) => emit(name, Buffer.from(fill(text)), options);
const source = (name) => readFileSync(web(name), 'utf8');
const fill = (text) => text.replaceAll(/\{\{asset:([^}]+)\}\}/g, (_, name) => {
  if (!assets.has(name)) throw new Error(`no asset called ${name}`);
  return assets.get(name);
});

rmSync(outDir, { recursive: true, force: true });
mkdirSync(outDir, { recursive: true });
const sizes = {};
const restSizes = {}; // of what is fetched once the page can be used
const laterSizes = {}; // of files that most first visits do without
for (const file of readdirSync(path.join(root, 'build/assets'))) {
  const size = emit(file, readFileSync(path.join(root, 'build/assets', file)));
  const others = file === 'time_zones.bin' ? restSizes : sizes;
  (file.startsWith('more-') ? laterSizes : others)[file] = size;
}
const text = (name) => readFileSync(path.join(root, 'client/text', name), 'utf8');
laterSizes['texts-de.bin'] = emit('texts-de.bin', catalogue('de', text('de.po')));
laterSizes['texts-en-XA.bin'] = emit('texts-en-XA.bin', pseudoCatalogue(text('texts.pot')));
// The product's program comes in two parts, those for development whole.
const isProduct = wasmDir === path.join(root, 'build/wasm');
const parts = isProduct ? path.join(wasmDir, 'parts') : wasmDir;
const part = (name) => emit(name, readFileSync(path.join(parts, name)));
if (isProduct) {
  const toolchain = execFileSync(path.join(root, 'tools/toolchain'), ['--path'],
    { encoding: 'utf8' }).trim();
  splitProgram(toolchain, wasmDir, parts);
  restSizes['rest.wasm'] = part('rest.wasm');
} else {
  assets.set('rest.wasm', '');
}
sizes['roomieroster.wasm'] = part('roomieroster.wasm');
sizes['styles.css'] = emitText('styles.css', source('styles.css'));
laterSizes['mirror.css'] = emitText('mirror.css',
  source('mirror.css') + iconStyles(root, iconLists));
const drawing = source('icon.svg');
for (const [name, bytes] of appIcons(drawing)) emit(name, bytes);
emit('favicon.ico', favicon(drawing), { hashed: false });
emit('notices.txt', notices(root), { hashed: false });

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
      build.onLoad({ filter: /.*/, namespace: 'made' }, () => ({
        contents: buildIcons(root, iconLists),
      }));
    },
  }],
});
sizes['app.js'] = emitText('app.js', bundle.outputFiles[0].text);

// Pictures of the product for the browser's own installing dialog, where the documents have them.
const manifest = JSON.parse(fill(source('manifest.webmanifest')));
for (const [form, ending] of [['wide', 'desktop'], ['narrow', 'phone']]) {
  const file = path.join(root, `docs/pictures/roommates-${ending}-light.png`);
  if (!existsSync(file)) continue;
  const bytes = readFileSync(file);
  const name = `picture-${ending}.png`;
  emit(name, bytes);
  manifest.screenshots.push({
    src: `/${assets.get(name)}`,
    sizes: `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, // of the PNG's header
    type: 'image/png',
    form_factor: form,
    label: 'The people of a household',
  });
}
emit('manifest.webmanifest', Buffer.from(JSON.stringify(manifest)), { hashed: false });
sizes['index.html'] = emitText('index.html', source('index.html'), { hashed: false });

// The service worker keeps what opens the program; its version is a hash of all that.
const addresses = (names) => names.filter((name) => name !== 'index.html')
  .map((name) => `/${assets.get(name)}`);
const kept = ['/', ...addresses([...Object.keys(sizes), ...Object.keys(restSizes)])];
const laterKept = addresses(Object.keys(laterSizes));
const version = createHash('sha256').update(JSON.stringify([kept, laterKept]))
  .update(readFileSync(path.join(outDir, 'index.html'))).digest('hex').slice(0, 16);
const worker = await esbuild.transform(source('sw.js')
  .replace('{{version}}', version).replace('{{files}}', JSON.stringify(kept))
  .replace('{{laterFiles}}', JSON.stringify(laterKept)),
{ minify: true, target: 'es2022', legalComments: 'none' });
emit('sw.js', Buffer.from(worker.code), { hashed: false });

const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
for (const [name, size] of Object.entries(sizes)) {
  console.log(`${String(size).padStart(8)}  ${name}`);
}
for (const [name, size] of Object.entries(restSizes)) {
  console.log(`${String(size).padStart(8)}  ${name} (once the page can be used)`);
}
for (const [name, size] of Object.entries(laterSizes)) {
  console.log(`${String(size).padStart(8)}  ${name} (when needed)`);
}
console.log(`${String(total).padStart(8)}  bytes as sent (brotli)`);
