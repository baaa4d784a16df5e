import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 60_000,
    // Two cores: the program that is tried and the browser or office that tries it.
    maxWorkers: 2,
    // What a browser or a server does in its own time, also on a machine that does something else beside.
    expect: { poll: { timeout: 20_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/core/values/**', 'src/core/arithmetic/**', 'src/core/scoring/**', 'src/core/checks/**'],
      exclude: ['**/*.test.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { branches: 100 },
    },
  },
})
