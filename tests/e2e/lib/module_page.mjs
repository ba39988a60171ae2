// A page of its own that imports one module of web/ alone, from a server that answers as told.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const webFile = (name) => readFileSync(new URL(`../../../web/${name}`, import.meta.url));

// Serves `modules` (names of web/) and a blank page; everything else goes to `answer`.
export async function serveModules(modules, answer = (_, response) => response.end()) {
  const open = new Set();
  const server = createServer((request, response) => {
    const name = request.url.slice(1);
    if (modules.includes(name)) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(webFile(name));
    } else if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>module</title>');
    } else {
      answer(request, response);
    }
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
