// What stands on the page to be read, and whether it fits where it stands.
import { settle } from './tour.mjs';

// The browser's languages change, as when somebody changes them in its settings; until a reload.
export async function speak(page, language) {
  await page.evaluate((tag) => {
    Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [tag] });
    dispatchEvent(new Event('languagechange'));
  }, language);
  const name = language === 'en-XA' ? language : language.split('-')[0];
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, name);
  await settle(page);
}

// What the program has drawn cut since the last call: it ends with "…". Watches from the first call
// in a page on.
export const cutOnCanvas = (page) => page.evaluate(() => {
  if (!globalThis.cutTexts) {
    globalThis.cutTexts = new Set();
    const draw = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function drawn(text, ...rest) {
      if (text.endsWith('…')) globalThis.cutTexts.add(text);
      return draw.call(this, text, ...rest);
    };
  }
  const cut = [...globalThis.cutTexts];
  globalThis.cutTexts.clear();
  return cut;
});

// Every text and accessible name in the mirror.
export const textsOf = (page) => page.evaluate(() => {
  const found = [document.title];
  for (const element of document.querySelectorAll('#layer *')) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) found.push(node.data);
    }
    for (const name of ['aria-label', 'placeholder', 'aria-valuetext', 'title',
      'aria-roledescription']) {
      const text = element.getAttribute(name);
      if (text) found.push(text);
    }
  }
  return found;
});
