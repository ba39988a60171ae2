// Whether pages do nothing while nobody does anything.
const restMs = 5000; // what is claimed: nothing happens for this long

// Runs in a page before its program does.
export function countWork() {
  globalThis.counts = { frames: 0, draws: 0 };
  globalThis.comingFrames = new Set();
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => {
    globalThis.counts.frames += 1; // asked for
    const frame = ask((time) => {
      globalThis.comingFrames.delete(frame);
      callback(time);
    });
    globalThis.comingFrames.add(frame);
    return frame;
  };
  const cancel = globalThis.cancelAnimationFrame.bind(globalThis);
  globalThis.cancelAnimationFrame = (frame) => {
    globalThis.comingFrames.delete(frame);
    cancel(frame);
  };
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function drawn(...rest) {
    globalThis.counts.draws += 1;
    return draw.apply(this, rest);
  };
}

// Two equal readings a second apart and no frame that is still to come, as on a slow machine:
// messages are gone and motion is over.
const settle = (page) => page.waitForFunction(() => {
  const now = JSON.stringify(globalThis.counts);
  const isSame = now === globalThis.lastCounts &&
    globalThis.comingFrames.size === 0;
  globalThis.lastCounts = now;
  return isSame;
}, undefined, { polling: 1000, timeout: 120_000 });

const read = (pages) => Promise.all(pages.map((page) => page.evaluate(() => globalThis.counts)));

// The counts of each page as it came to rest, and 5 s later.
export async function stillFor(pages) {
  for (const page of pages) await settle(page);
  const before = await read(pages);
  await pages[0].waitForTimeout(restMs);
  return { before, after: await read(pages) };
}
