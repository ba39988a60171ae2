// What browser tests begin and end with: a server and a browser of the file's own, pages whose
// errors fail the test, and homes with people and chores in them.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, startServer } from './browser.mjs';
import { addChore, addRoommate, openSection } from './chores.mjs';
import { invite, joinAs, startHousehold } from './home.mjs';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// Called once at the top of a file; server and browser are there when its first test runs.
export function setStage(serverOptions = {}) {
  let tellSet;
  // What a file itself prepares may be asked for before the hook below is through.
  const set = new Promise((resolve) => { tellSet = resolve; });
  const stage = {
    server: null,
    browser: null,

    // A page in a browser of its own, at `place`; `prepare` gets it before it loads anything.
    async openPage(place = '/assignments', { prepare, ...options } = {}) {
      await set;
      const context = await stage.browser.newContext({ reducedMotion: 'reduce', ...options });
      return stage.openTab(context, place, prepare);
    },

    // One more page in a browser.
    async openTab(context, place = '/assignments', prepare = undefined) {
      const page = await context.newPage();
      page.on('pageerror', (error) => assert.fail(error));
      await prepare?.(page);
      await page.goto(stage.server.address + place);
      return page;
    },

    // The page of who has just started a household, with these roommates and chores (addChore) in
    // it; it stands on `section`, where one is named, else at `place`.
    async openHome({ person = 'Ana', roommates = [], chores = [], section, place,
      ...options } = {}) {
      const page = await stage.openPage(place, options);
      await startHousehold(page, { person });
      if (roommates.length > 0) await openSection(page, 'Roommates');
      for (const name of roommates) await addRoommate(page, name);
      if (chores.length > 0) await openSection(page, 'Chores');
      for (const chore of chores) await addChore(page, chore);
      if (section) await openSection(page, section);
      return page;
    },

    // Another browser's page in the household of `page`, of the roommate with this name.
    async openAs(name, page, { section, ...options } = {}) {
      const link = await invite(page);
      const other = await stage.openPage('/assignments', options);
      await joinAs(other, link, name);
      if (section) await openSection(other, section);
      return other;
    },
  };
  before(async () => {
    stage.server = await startServer(serverOptions);
    stage.browser = await startBrowser();
    tellSet();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.stop();
  });
  return stage;
}
