// One key-value store in one IndexedDB database per person (client/platform/storage.h).
//
// Every request is one transaction and one answer. The store stays at version 1 for ever, because a
// frozen tab blocks an upgrade without any event.

const kind = { disk: 30 };
const outcome = { done: 0, conflict: 1, quota: 2, failed: 3, closed: 4 };
const storeName = 'kv';
const absent = 0xffffffff;
const openTimeoutMs = 3000;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

const outcomeOf = (error) =>
  error?.name === 'QuotaExceededError' ? outcome.quota : outcome.failed;

// The steps of a batch, in the layout of storage.cpp.
function readSteps(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const steps = [];
  for (let place = 0; place < bytes.length;) {
    const isWrite = bytes[place] === 1;
    const keyLength = view.getUint32(place + 1, true);
    const valueLength = view.getUint32(place + 5, true);
    const keyStart = place + 9;
    const valueStart = keyStart + keyLength;
    const key = decoder.decode(bytes.subarray(keyStart, valueStart));
    const hasValue = valueLength !== absent;
    const end = valueStart + (hasValue ? valueLength : 0);
    steps.push({ isWrite, key, value: hasValue ? bytes.slice(valueStart, end) : undefined });
    place = end;
  }
  return steps;
}

// One after another: length of the key, length of the value, key, value.
function packRecords(keys, values) {
  const most = keys.reduce((sum, key, i) => sum + 8 + 3 * key.length + values[i].length, 0);
  const bytes = new Uint8Array(most);
  const view = new DataView(bytes.buffer);
  let place = 0;
  keys.forEach((key, i) => {
    const { written } = encoder.encodeInto(key, bytes.subarray(place + 8));
    view.setUint32(place, written, true);
    view.setUint32(place + 4, values[i].length, true);
    bytes.set(values[i], place + 8 + written);
    place += 8 + written + values[i].length;
  });
  return bytes.subarray(0, place);
}

const isSame = (a, b) => a === b ||
  (a !== undefined && b !== undefined && a.length === b.length && a.every((x, i) => x === b[i]));

export class Storage {
  // `post` hands an event to the program (page.js).
  constructor(post) {
    this.post = post;
    this.database = null;
    this.name = '';
    this.ahead = null;
  }

  // Begins to read what the program will open first, before there is a program to ask for it.
  // Whoever calls this listens to the other tabs already, so that no change falls between.
  openAhead(name) {
    this.ahead = { name, records: new Promise((give) => this.load(name, give)) };
  }

  answer(token, number, bytes = null) {
    this.post(kind.disk, { token, number, bytes });
  }

  request(what, token, a, b, bytes, isStrict) {
    switch (what) {
      case 0: return this.open(token, a);
      case 1: return this.write(token, readSteps(bytes), isStrict);
      case 2: return this.enqueue(token, a, readSteps(bytes));
      case 3: return this.erase(token, a);
      case 4: return this.persist(token);
      default: return this.reload(token);
    }
  }

  async open(token, name) {
    const { ahead } = this;
    this.ahead = null;
    const records = ahead?.name === name
      ? ahead.records : new Promise((give) => this.load(name, give));
    this.answer(token, ...await records);
  }

  // Gives [outcome, records].
  load(name, give) {
    this.database?.close();
    this.database = null;
    this.name = name;
    if (!globalThis.indexedDB) return give([outcome.failed]);
    let isAnswered = false;
    const once = (...rest) => {
      if (isAnswered) return;
      isAnswered = true;
      clearTimeout(timer);
      give(rest);
    };
    const timer = setTimeout(() => once(outcome.closed), openTimeoutMs);
    let opening;
    try {
      opening = indexedDB.open(name, 1);
    } catch (error) { // storage is forbidden here
      return once(outcomeOf(error));
    }
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    opening.onerror = () => once(outcomeOf(opening.error));
    opening.onsuccess = () => {
      // Too late: the program was already told that there is no database, or wants another one.
      if (isAnswered || this.name !== name) return opening.result.close();
      this.keep(opening.result);
      this.readAll(once);
      return undefined;
    };
    return undefined;
  }

  keep(database) {
    this.database = database;
    const letGo = () => {
      if (this.database !== database) return;
      this.database = null;
      this.answer(0, outcome.closed);
    };
    // Another tab erases or replaces the database: let go of it at once.
    database.onversionchange = () => {
      database.close();
      letGo();
    };
    // The browser took it away (site data cleared).
    database.onclose = letGo;
  }

  readAll(answer) {
    const store = this.database.transaction(storeName).objectStore(storeName);
    const keys = store.getAllKeys();
    const values = store.getAll();
    store.transaction.oncomplete = () =>
      answer(outcome.done, packRecords(keys.result, values.result));
    store.transaction.onabort = () => answer(outcomeOf(store.transaction.error));
  }

  reload(token) {
    if (!this.database) return this.answer(token, outcome.closed);
    try {
      return this.readAll((...rest) => this.answer(token, ...rest));
    } catch (error) {
      return this.answer(token, outcomeOf(error));
    }
  }

  // Runs `act(store, fail)` in one transaction; `fail` aborts it with an outcome.
  transact(token, durability, act) {
    if (!this.database) return this.answer(token, outcome.closed);
    let transaction;
    try {
      transaction = this.database.transaction(storeName, 'readwrite', { durability });
    } catch (error) {
      return this.answer(token, outcomeOf(error));
    }
    let reason = null;
    let bytes = null;
    transaction.oncomplete = () => this.answer(token, outcome.done, bytes);
    transaction.onabort = () => this.answer(token, reason ?? outcomeOf(transaction.error));
    return act(transaction.objectStore(storeName), {
      fail: (why) => {
        reason = why;
        transaction.abort();
      },
      give: (answer) => { bytes = answer; },
    });
  }

  write(token, steps, isStrict) {
    const writes = steps.filter((step) => step.isWrite);
    this.transact(token, isStrict ? 'strict' : 'relaxed', (store, { fail }) => {
      this.expect(store, steps, fail, () => {
        for (const { key, value } of writes) {
          if (value === undefined) store.delete(key);
          else store.put(value, key);
        }
      });
    });
  }

  // Goes on with `act` when every expectation among the steps holds; else nothing is written.
  expect(store, steps, fail, act) {
    const expected = steps.filter((step) => !step.isWrite);
    let open = expected.length;
    if (open === 0) act();
    let hasFailed = false;
    for (const { key, value } of expected) {
      const reading = store.get(key);
      reading.onsuccess = () => {
        if (hasFailed) return;
        if (!isSame(reading.result, value)) {
          hasFailed = true;
          fail(outcome.conflict);
          return;
        }
        open -= 1;
        if (open === 0) act();
      };
    }
  }

  // The last step carries the prefix and the bytes.
  enqueue(token, counter, steps) {
    const { key: prefix, value: bytes } = steps.at(-1);
    this.transact(token, 'strict', (store, { fail, give }) => {
      this.expect(store, steps, fail, () => {
        const reading = store.get(counter);
        reading.onsuccess = () => {
          const number = reading.result === undefined ? 1 : Number(decoder.decode(reading.result));
          store.put(encoder.encode(String(number + 1)), counter);
          store.put(bytes, prefix + String(number).padStart(12, '0'));
          give(encoder.encode(String(number)));
        };
      });
    });
  }

  // Another tab that does not let go keeps the database: answered as closed after 3 s.
  erase(token, name) {
    this.database?.close();
    this.database = null;
    let timer = 0;
    const answer = (number) => {
      clearTimeout(timer);
      if (timer !== null) this.answer(token, number);
      timer = null;
    };
    timer = setTimeout(() => answer(outcome.closed), openTimeoutMs);
    try {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = () => answer(outcome.done);
      deleting.onerror = () => answer(outcomeOf(deleting.error));
    } catch (error) {
      answer(outcomeOf(error));
    }
  }

  async persist(token) {
    const isKept = await (navigator.storage?.persist?.().catch(() => false) ?? false);
    const used = await (navigator.storage?.estimate?.().catch(() => null) ?? null);
    const words = [isKept ? '1' : '0', used?.usage].filter((word) => word !== undefined);
    this.answer(token, outcome.done, encoder.encode(words.join(' ')));
  }
}
