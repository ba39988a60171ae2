// What a screen reader says by itself: changes in live regions, by the roles and attributes that
// make regions live. In the order in which they happen.
export async function listen(page) {
  await page.evaluate(() => {
    const live = '[aria-live], [role=status], [role=alert], [role=log], output';
    const isSilent = '[aria-live=off]';
    const isHearing = globalThis.heard !== undefined;
    globalThis.heard = [];
    if (isHearing) return;
    const hear = (text) => {
      const words = text.replaceAll('\u00a0', ' ').trim();
      if (words) globalThis.heard.push(words);
    };
    new MutationObserver((changes) => {
      const told = new Set(); // one region's changes of one moment are one announcement
      for (const { type, target, addedNodes } of changes) {
        const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        const region = element?.closest(live);
        if (region && !region.matches(isSilent) && region.isConnected) {
          const isWord = type === 'characterData' || addedNodes.length > 0;
          if (isWord && !told.has(region)) {
            told.add(region);
            hear(region.textContent);
          }
          continue;
        }
        // An alert is told when it appears; other regions only when they change.
        for (const node of addedNodes) {
          if (node.nodeType !== Node.ELEMENT_NODE || !node.isConnected) continue;
          for (const each of [node, ...node.querySelectorAll('[role=alert]')]) {
            if (!each.matches('[role=alert], [aria-live=assertive]') || told.has(each)) continue;
            told.add(each);
            hear(each.textContent);
          }
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  // Since the last time it was asked.
  return () => page.evaluate(() => globalThis.heard.splice(0));
}
