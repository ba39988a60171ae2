// splitProgram(DIR, OUT): divides DIR/roomieroster.wasm into OUT/roomieroster.wasm, which opens the
// page and leads in, and OUT/rest.wasm, which only a household needs (web/program.js).
//
// By rooms: a function waits when every object file that defines it was compiled apart, without
// link-time optimisation (CMakeLists.txt: household_sources). What is called before the rest is
// there still works, but holds the page up: a browser test finds it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const objectMagic = '\0asm'; // of an object file; link-time optimisation makes bitcode instead
const waits = (bytes) => bytes.toString('latin1', 0, objectMagic.length) === objectMagic;

// The symbols of every object file, as they are called in the program.
function symbolsOf(toolchain, file) {
  const text = execFileSync(path.join(toolchain, 'usr/bin/llvm-nm-19'),
    ['--defined-only', '--format=just-symbols', file], { encoding: 'utf8' });
  return text.split('\n').filter((name) => name !== '');
}

// Names of the functions in the program's name section.
function functionNames(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  while (at < bytes.length) {
    const id = bytes[at];
    at += 1;
    const end = number() + at;
    if (id === 0 && text() === 'name') {
      while (at < end) {
        const kind = bytes[at];
        at += 1;
        const next = number() + at;
        if (kind === 1) return Array.from({ length: number() }, () => (number(), text()));
        at = next;
      }
    }
    at = end;
  }
  throw new Error('the program was linked without the names of its functions');
}

// Moves the functions of those names to the second part; answers which of them the first calls.
function split(toolchain, program, names, out) {
  const list = path.join(out, 'rest.txt');
  writeFileSync(list, names.join('\n'));
  const first = path.join(out, 'roomieroster.wasm');
  execFileSync(path.join(toolchain, 'usr/bin/wasm-split'), [program, '-all',
    `--split-funcs=@${list}`, '--export-prefix=_', '--placeholder-namespace=rest',
    '--import-namespace=first', '--placeholdermap', '-o1', first,
    '-o2', path.join(out, 'rest.wasm')]);
  return readFileSync(`${first}.placeholders`, 'utf8').split('\n').filter((line) => line !== '')
    .map((line) => line.slice(line.indexOf(':') + 1));
}

// The linker keeps one of several functions with the same code: a template, constructor or
// destructor that both parts call may bear a name of the second.
const mayBeMerged = /^_ZNK?St|[CD][0-2]E/;

export function splitProgram(toolchain, dir, out) {
  const objects = readdirSync(path.join(dir, 'CMakeFiles'), { recursive: true })
    .filter((file) => /^(rr_shared|rr_client|roomieroster_app)\.dir\/.*\.o$/.test(file));
  const later = new Set();
  const now = new Set();
  for (const name of objects) {
    const file = path.join(dir, 'CMakeFiles', name);
    const side = waits(readFileSync(file)) ? later : now;
    for (const symbol of symbolsOf(toolchain, file)) side.add(symbol);
  }
  const program = path.join(dir, 'roomieroster.wasm');
  mkdirSync(out, { recursive: true });
  let names = functionNames(readFileSync(program))
    .filter((name) => later.has(name) && !now.has(name));
  for (;;) {
    const called = split(toolchain, program, names, out);
    const merged = new Set(called.filter((name) => mayBeMerged.test(name)));
    if (merged.size === 0) return;
    names = names.filter((name) => !merged.has(name));
  }
}
