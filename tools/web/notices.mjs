// The licences of everything that the page contains, as one text.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export function notices(root) {
  const toolchain = execFileSync(path.join(root, 'tools/toolchain'), ['--path'],
    { encoding: 'utf8' }).trim();
  const notice = (name) => path.join(toolchain, 'share/notices', name);
  const shipped = [
    ['Dear ImGui', notice('imgui')],
    ['Inter', notice('fonts-inter')],
    ['Lucide icons', path.join(root, 'tools/web/node_modules/lucide-static/LICENSE')],
    ['utf8proc (source of the table for unique names)', notice('utf8proc')],
    ['xxHash', notice('libxxhash-dev')],
    ['Time zone database', notice('tzdata')],
    ['Emscripten, musl, LLVM', path.join(root, 'tools/web/emscripten_notice.txt')],
  ];
  const line = '-'.repeat(80);
  const parts = [readFileSync(path.join(root, 'web/notices.txt'), 'utf8')];
  for (const [name, file] of shipped) {
    parts.push(`${line}\n${name}\n${line}\n\n${readFileSync(file, 'utf8').trim()}\n`);
  }
  return Buffer.from(parts.join('\n'));
}
