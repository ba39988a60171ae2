// The licences of everything that the page contains, as one text.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export function notices(root) {
  const toolchain = execFileSync(path.join(root, 'tools/toolchain'), ['--path'],
    { encoding: 'utf8' }).trim();
  const shipped = [
    ['Dear ImGui', path.join(toolchain, 'share/notices/imgui')],
    ['Inter', path.join(toolchain, 'share/notices/fonts-inter')],
    ['Lucide icons', path.join(root, 'tools/web/node_modules/lucide-static/LICENSE')],
    ['utf8proc (source of the table for unique names)', path.join(toolchain, 'share/notices/utf8proc')],
    ['xxHash', path.join(toolchain, 'share/notices/libxxhash-dev')],
    ['Time zone database', path.join(toolchain, 'share/notices/tzdata')],
    ['Emscripten, musl, LLVM', path.join(root, 'tools/web/emscripten_notice.txt')],
  ];
  const line = '-'.repeat(80);
  const parts = [readFileSync(path.join(root, 'web/notices.txt'), 'utf8')];
  for (const [name, file] of shipped) {
    parts.push(`${line}\n${name}\n${line}\n\n${readFileSync(file, 'utf8').trim()}\n`);
  }
  return Buffer.from(parts.join('\n'));
}
