// What the engines do in one process: the client's in both targets (WebAssembly under node), the
// server's natively.
import { execFileSync } from 'node:child_process';

// Limits by the names that the programs print. `least`: the figure must not be below it.
const judged = {
  'replay of 1,000 queued changes, median': { unit: 'ms', limit: 16 },
  'local command, p99 of 2,000': { unit: 'ms', limit: 0.5 },
  'run for 8 people and 40 chores, slowest of 20': { unit: 'ms', limit: 50 },
  'run by own ratings for 8 people and 40 chores, slowest of 20': { unit: 'ms', limit: 50 },
  'fairness panel over 52 cycles, median': { unit: 'ms', limit: 5 },
  'history of 52 cycles folded, median': { unit: 'ms', limit: 5 },
  'explanation of one of 4 chores over 4 people, slowest': { unit: 'ms', limit: 1 },
  'push of 64 changes, one after another': { unit: 'changes/s', least: 20_000 },
  'push of 64, against its SQL statements bare': { unit: 'x', least: 0.5 },
  'single durable push at 16 connections, p99': { unit: 'ms', limit: 5 },
  'single durable push at 16 connections, against a bare handler': { unit: 'x', least: 0.5 },
};

const noteOf = ({ peer, rate, per_change: statements }) => [
  rate && `${rate}/s`, peer && `peer ${peer}`, statements && `${statements} statements per change`,
].filter(Boolean).join(', ');

function figuresOf(program, args) {
  const output = execFileSync(program, args, { encoding: 'utf8' });
  return output.split('\n').filter((line) => line.startsWith('{')).map((line) => {
    const figure = JSON.parse(line);
    return { ...judged[figure.name], name: figure.name, measured: figure.measured,
      note: noteOf(figure) };
  });
}

const wasmLimits = {
  'run for 8 people and 40 chores, slowest of 20': 150,
  'run by own ratings for 8 people and 40 chores, slowest of 20': 150,
};

const client = (program, args, target) => figuresOf(program, args).map((figure) => ({
  ...figure,
  limit: (target === 'wasm' && wasmLimits[figure.name]) || figure.limit,
  name: `${figure.name} (${target})`,
}));

export const engineFigures = () => [
  ...client(process.execPath, ['build/wasm/client_figures.js'], 'wasm'),
  ...client('build/native/client_figures', [], 'native'),
  ...figuresOf('build/native/server_figures', []),
];
