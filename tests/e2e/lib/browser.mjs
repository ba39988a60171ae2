// A real server on a free port with a fresh database, and Debian's Chromium driven by Playwright.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export const webFolder = path.join(root, 'build/web');
// The page that tells what Dear ImGui drew without a control over it (tests/e2e/checked).
export const checkedWebFolder = path.join(root, 'build/web-checked');

async function launch({ web, data, port }) {
  const child = spawn(path.join(root, 'build/native/roomieroster'),
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--data', data, '--web', web],
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
  // A test that failed must not keep its server.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.unref();
  child.stdout.unref();
  child.stderr.unref();
  child.stderr.resume(); // nobody reads it, and a full pipe would hold the server up
  const end = async (signal = 'SIGTERM') => {
    process.removeListener('exit', kill);
    child.ref();
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return { address, end };
}

// `web`: the folder of the page's files.
export async function startServer({ web = webFolder } = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'roomieroster-'));
  let running = await launch({ web, data, port: 0 });
  const { address } = running;
  return {
    address,
    // The same address and data, with the files as they are now.
    async restart() {
      await running.end();
      running = await launch({ web, data, port: new URL(address).port });
    },
    // Gone without a word until it comes back, as after a power cut.
    async kill() {
      await running.end('SIGKILL');
    },
    async comeBack() {
      running = await launch({ web, data, port: new URL(address).port });
    },
    async stop() {
      await running.end();
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
