import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

let server;

/** Loads product code as it is in the source, without a build of its own. */
export const loadProduct = async (path) => {
  server ??= await createServer({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    server: { middlewareMode: true, ws: false, watch: null },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  });
  return server.ssrLoadModule(`/${path}`);
};

export const unload = () => server?.close();
