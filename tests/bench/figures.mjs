// Runs every figure and prints one table. A figure that misses its limit stays in it.
import { pageFigures } from './page_figures.mjs';
import { serverFigures } from './server_figures.mjs';

const figures = [...await serverFigures(), ...pageFigures()];
const rows = figures.map(({ name, measured, limit, unit }) => [
  name, `${measured} ${unit}`, `<= ${limit} ${unit}`, measured <= limit ? 'holds' : 'MISSES']);
const all = [['figure', 'measured', 'limit', 'verdict'], ...rows];
const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
for (const row of all) {
  console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}
