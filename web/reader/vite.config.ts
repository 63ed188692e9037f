/** How the script and the style of the page without a server are built, a file each: `hearsay page` puts them into one page. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  publicDir: false,
  // A library keeps this for whoever takes it in; a page has to know.
  define: { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV ?? 'production') },
  build: {
    emptyOutDir: true,
    cssCodeSplit: false,
    lib: {
      entry: fileURLToPath(new URL('main.tsx', import.meta.url)),
      formats: ['iife'],
      name: 'reader',
      fileName: () => 'reader.js',
      cssFileName: 'reader',
    },
  },
});
