// What a first visit fetches, as the server sends it: page, style, program, fonts and WebAssembly.
// The files are those that the page names; icons and manifest are fetched after it stands.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = 'build/web';

function sentBytes(name) {
  const packed = path.join(folder, `${name}.br`);
  const plain = path.join(folder, name);
  return existsSync(packed) ? Math.min(statSync(packed).size, statSync(plain).size)
    : statSync(plain).size;
}

export function pageFigures() {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const named = readdirSync(folder).filter((name) => page.includes(`/${name}"`)
    && /^(styles|app|fonts)-.*\.(css|js|bin)$/.test(name));
  const program = readdirSync(folder).filter((name) => name.endsWith('.wasm'));
  if (named.length < 3 || program.length !== 1) {
    throw new Error(`an odd page: ${named}, ${program}`);
  }
  const first = ['index.html', ...named, ...program];
  const bytes = first.reduce((sum, name) => sum + sentBytes(name), 0);
  return [
    { name: 'page weight, brotli', unit: 'KB', limit: 350, measured: Math.round(bytes / 1000) },
    { name: 'requests of a first visit', unit: '', limit: 6, measured: first.length },
  ];
}
