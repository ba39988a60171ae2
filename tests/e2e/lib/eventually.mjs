// What one frame draws may be told in the next: read until it is as expected, 30 s at most.
import assert from 'node:assert/strict';

const patienceMs = 30_000;

export async function eventually(read, expected) {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await read();
    try {
      assert.deepEqual(found, expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(setImmediate); // messages of the browser come in between
    }
  }
}
