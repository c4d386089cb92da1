import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** The running product to test, for example what `make run` prints. */
const baseURL = process.env['CROSSWAY_E2E_URL'] ?? 'http://127.0.0.1:8080'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
]
const executablePath = process.env['CROSSWAY_CHROMIUM'] ?? usualPlaces.find((path) => existsSync(path))

export default defineConfig({
  testDir: 'e2e/specs',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A machine that is busy with other checks is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL,
    actionTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
