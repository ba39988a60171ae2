// Runs every figure and prints one table. A figure that misses its limit stays in it.
import { cpus, loadavg } from 'node:os';
import { browserFigures } from './browser_figures.mjs';
import { engineFigures } from './engine_figures.mjs';
import { frameFigures } from './frame_figures.mjs';
import { serverFigures } from './server_figures.mjs';

const load = loadavg()[0].toFixed(1); // of the last minute, before anything is measured
const figures = [...engineFigures(), ...await serverFigures(), ...await browserFigures(),
  ...await frameFigures()];
const rows = figures.map(({ name, measured, limit, least, unit, note = '' }) => [
  name, `${measured} ${unit}`,
  least === undefined ? `<= ${limit} ${unit}` : `>= ${least} ${unit}`,
  (least === undefined ? measured <= limit : measured >= least) ? 'holds' : 'MISSES', note]);
const all = [['figure', 'measured', 'limit', 'verdict', 'beside it'], ...rows];
const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
for (const row of all) {
  console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}
console.log(`${cpus().length} processors, load before the run ${load}`);
