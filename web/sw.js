// Keeps one version of the program whole in a cache, so that it opens at once, also without a
// network.
//
// A new version waits until the page asks for it (updates.js): nothing changes under a person's
// hands. /api is never answered here.

const version = '{{version}}';
const files = {{files}}; // kept from the start
const laterFiles = {{laterFiles}}; // kept once somebody needed them
const prefix = 'roomieroster-';
const cacheName = prefix + version;

const isApi = (url) => url.pathname === '/api' || url.pathname.startsWith('/api/');
// Addresses of screens have no dot in the last part; anything else is a file of the server.
const isScreen = (url) => !url.pathname.split('/').at(-1).includes('.');

async function keepFiles() {
  const cache = await caches.open(cacheName);
  // The page's own address is revalidated; hashed files may come from the browser's cache.
  await cache.addAll(files.map((file) =>
    (file === '/' ? new Request(file, { cache: 'no-cache' }) : file)));
  // Who needed such a file of an older version needs the new one, also without a network.
  const stem = (file) => file.replace(/-[0-9a-f]{12}\./, '.');
  const older = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix) || name === cacheName) continue;
    const requests = await (await caches.open(name)).keys();
    for (const { url } of requests) older.add(stem(new URL(url).pathname));
  }
  await cache.addAll(laterFiles.filter((file) => older.has(stem(file))));
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request, key) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(key);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && laterFiles.includes(key)) await cache.put(key, response.clone());
  return response;
}

addEventListener('install', (event) => {
  // Where browsers can, they send these past this worker without starting it.
  event.addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' });
  event.waitUntil(keepFiles());
});

addEventListener('activate', (event) => event.waitUntil(dropOlder()));

addEventListener('message', (event) => {
  if (event.data === 'activate') skipWaiting();
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const [page] = await clients.matchAll({ type: 'window' });
    await (page ? page.focus() : clients.openWindow('/assignments'));
  })());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || isApi(url)) return;
  if (request.mode === 'navigate') {
    if (isScreen(url)) event.respondWith(answer(request, '/'));
  } else if (files.includes(url.pathname) || laterFiles.includes(url.pathname)) {
    event.respondWith(answer(request, url.pathname));
  }
});
