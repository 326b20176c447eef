import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    environment: 'node',
    // Not a measure of anything: on a busy machine a test may wait long for its turn.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
