import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores, shared with the database and the imaging processes.
    maxWorkers: 2,
    projects: [
      // Limits are for what hangs, not for what is slow on a busy machine.
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'imaging', include: ['tests/imaging/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/setup/database-server.ts',
          setupFiles: 'tests/setup/worker-database.ts',
          // A first test draws its pictures and starts the queue and the imaging processes.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
