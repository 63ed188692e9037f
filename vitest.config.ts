/** Which files are tests. Unit tests stand beside the code; a test that starts a browser or a process is in test/. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test,training,bench,tools,mcp}/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    // Only to end a test that hangs: machines differ, and no test asserts a time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
