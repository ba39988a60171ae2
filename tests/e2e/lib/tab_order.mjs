// Whether Tab goes as the eye does: answers the places where the next stop lies before the last.
//
// Read from the tree, whose order Tab follows (no positive tabindex is allowed). Of two stops that
// follow each other, the largest parts of the page that hold only one of them are compared: the
// next part begins further down, or beside the last one at its right. So rows are read before the
// next rows, and a column (the sidebar, a panel, a column of cards) before the one at its right.
export const tabOrderFaults = (page) => page.evaluate(() => {
  const slack = 2; // CSS px
  const controls = 'a[href], button, input, select, textarea';
  const stops = [...document.querySelectorAll(`#layer :is(${controls}, [tabindex])`)]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && !each.closest('[inert], [hidden]') &&
      each.checkVisibility({ visibilityProperty: true }) &&
      // A toast lies over the page and comes last, wherever it stands.
      !each.closest('[role=region][aria-label=Notification]'));
  const nameOf = (each) => each.getAttribute('aria-label') || each.textContent || each.tagName;
  const faults = stops.filter((each) => each.tabIndex > 0)
    .map((each) => `${nameOf(each)} has a tabindex of its own`);
  const chainOf = (element) => {
    const chain = [];
    for (let each = element; each && each.id !== 'layer'; each = each.parentElement) {
      chain.unshift(each);
    }
    return chain;
  };
  // Groups without a box of their own (their children stand outside it) count as what is in them.
  const placeOf = (element) => {
    const own = element.getBoundingClientRect();
    const inner = [element, ...element.querySelectorAll(controls)]
      .map((each) => each.getBoundingClientRect()).filter((box) => box.width > 0 && box.height > 0);
    const first = inner[0] ?? own;
    return { left: own.left, right: Math.max(own.right, ...inner.map((box) => box.right)),
      top: own.width > 0 && own.height > 0 ? own.top : first.top };
  };
  for (let i = 1; i < stops.length; i += 1) {
    const [before, after] = [chainOf(stops[i - 1]), chainOf(stops[i])];
    let depth = 0;
    while (before[depth] === after[depth] && before[depth]) depth += 1;
    if (!before[depth] || !after[depth]) continue; // one lies in the other: a region that scrolls
    const [last, next] = [placeOf(before[depth]), placeOf(after[depth])];
    const isBeside = next.left >= last.right - slack;
    const isBelow = next.top > last.top + slack;
    const isInRow = Math.abs(next.top - last.top) <= slack && next.left >= last.left;
    if (isBeside || isBelow || isInRow) continue;
    faults.push(`${nameOf(stops[i])} follows ${nameOf(stops[i - 1])}, and lies before it`);
  }
  return faults;
});
