// A real server on a free port with a fresh database, and Debian's Chromium driven by Playwright.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export async function startServer() {
  const data = mkdtempSync(path.join(tmpdir(), 'roomieroster-'));
  const child = spawn(path.join(root, 'build/native/roomieroster'),
    ['serve', '--host', '127.0.0.1', '--port', '0', '--data', data, '--web',
      path.join(root, 'build/web')],
    { env: { ...process.env, APP_ENV: 'development', RATE_LIMIT_FACTOR: '100' } });
  const address = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (bytes) => {
      output += bytes;
      const found = output.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  return {
    address,
    async stop() {
      child.removeAllListeners('exit');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export const browserOptions = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader'],
};

export const startBrowser = () => chromium.launch(browserOptions);
