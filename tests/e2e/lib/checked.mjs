// Hears what checked pages (tests/e2e/checked) tell: `faults`, what lacks a named control, and
// `counts`, how many items the last frame of a page had.
export function hearChecks() {
  const checks = {
    faults: [],
    counts: new Map(), // by page
    // A page, or a browser's context with all its pages.
    hear(source) {
      source.on('console', (message) => {
        const text = message.text();
        if (text.startsWith('coverage: ')) checks.faults.push(text.slice('coverage: '.length));
        const found = text.match(/^checked: (\d+) items/);
        if (found) checks.counts.set(message.page(), Number(found[1]));
      });
    },
  };
  return checks;
}
