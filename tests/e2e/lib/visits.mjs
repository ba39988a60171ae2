// One server and one browser for a file of tests, and pages in them.
import { after, before } from 'node:test';
import { startBrowser, startServer } from './browser.mjs';
import { startHousehold } from './home.mjs';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const narrow = { ...phone, viewport: { width: 320, height: 640 } };

export function visits() {
  const visit = {
    // A page in a context of its own; `prepare` is given it before it goes anywhere.
    async open({ address = '/', prepare = async () => {}, ...options } = {}) {
      const context = await visit.browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => { throw error; });
      await prepare(page);
      await page.goto(`${visit.server.address}${address}`);
      return page;
    },
    // The same, in a household with one person.
    async openHome({ address = '/roommates', person = 'Olga', ...options } = {}) {
      const page = await visit.open({ address, ...options });
      await startHousehold(page, { person });
      return page;
    },
  };
  before(async () => {
    visit.server = await startServer();
    visit.browser = await startBrowser();
  });
  after(async () => {
    await visit.browser?.close();
    await visit.server?.stop();
  });
  return visit;
}
