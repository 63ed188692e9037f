/**
 * How the page is built: into web/dist, with addresses relative to it. `npx vite web` serves it while it is being changed
 * and passes questions on to a running `hearsay serve`.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  // Inlined files would be data: addresses, which the server's content security policy refuses.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:4317' } },
});
