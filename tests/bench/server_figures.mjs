// The server alone: from start to ready, and memory when idle.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const starts = 11;

async function startServer(data) {
  const began = process.hrtime.bigint();
  const child = spawn('build/native/roomieroster',
    ['serve', '--host', '127.0.0.1', '--port', '0', '--data', data, '--web', 'build/web'],
    { env: { ...process.env, APP_ENV: 'development' } });
  child.stderr.resume();
  const address = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (bytes) => {
      output += bytes;
      const found = output.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  const answer = await fetch(`${address}/api/health/ready`);
  if (answer.status !== 200) throw new Error(`not ready: ${answer.status}`);
  await answer.arrayBuffer();
  const readyMs = Number(process.hrtime.bigint() - began) / 1e6;
  return { child, readyMs };
}

async function stopServer(child) {
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function residentMib(pid) {
  const kib = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/)[1];
  return Number(kib) / 1024;
}

// The first start migrates an empty database; the later ones find it as they left it.
export async function serverFigures() {
  const data = mkdtempSync(path.join(tmpdir(), 'roomieroster-bench-'));
  const times = [];
  let memory = 0;
  try {
    for (let round = 0; round <= starts; round += 1) {
      const { child, readyMs } = await startServer(data);
      if (round > 0) times.push(readyMs);
      memory = residentMib(child.pid);
      await stopServer(child);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  times.sort((a, b) => a - b);
  return [
    { name: `server start to ready, median of ${starts}`, unit: 'ms', limit: 50,
      measured: Number(times[(starts - 1) / 2].toFixed(1)) },
    { name: 'server memory, idle', unit: 'MiB', limit: 16, measured: Number(memory.toFixed(1)) },
  ];
}
