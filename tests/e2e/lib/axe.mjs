// Runs axe on the page as it is and answers the rules that it breaks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function axeViolations(page) {
  await page.evaluate(source);
  const result = await page.evaluate(() => globalThis.axe.run());
  return result.violations.map((each) => `${each.id}: ${each.nodes[0].html}`);
}
