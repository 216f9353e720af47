import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What a file imports stays loaded for the next one: modules keep no state that tests could see.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
