/** Which files are tests. Unit tests stand beside the code; a test that starts a browser or a process is in test/. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test,training,bench,tools}/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
