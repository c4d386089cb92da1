import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { mockApi } from './dev/mock-api-plugin.ts'

/** Where the development server sends API requests: a running gateway. */
const apiOrigin = process.env['CROSSWAY_API_ORIGIN'] ?? 'http://127.0.0.1:8080'

export default defineConfig(({ mode }) => ({
  plugins: [react(), mode === 'mock' && mockApi()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: { host: '127.0.0.1', proxy: { '/api': { target: apiOrigin, changeOrigin: true } } },
  build: {
    target: 'baseline-widely-available',
    // The content security policy allows files of our own origin only: nothing may become a data: URI.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    dir: 'src',
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    // Answers that fail on purpose are logged by the test browser.
    silent: 'passed-only',
    testTimeout: 60_000,
  },
}))
