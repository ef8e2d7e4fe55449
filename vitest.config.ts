import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'main',
          isolate: false,
          include: [
            'test/main/**/*.test.ts',
            'test/preload/**/*.test.ts',
            'test/batteries/**/*.test.ts',
            'test/*.test.ts',
          ],
          exclude: ['test/main/shell/**', 'test/main/secrets/keychain*.test.ts'],
        },
      },
      { test: { name: 'renderer', environment: 'jsdom', include: ['test/renderer/**/*.test.{ts,tsx}'] } },
    ],
  },
})
