import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      rolldownOptions: { input: { index: 'src/main/index.ts', headless: 'src/main/headless.ts' } },
    },
  },
  preload: {
    build: {
      sourcemap: true,
      // A sandboxed preload cannot load packages, so the schemas' library travels inside it.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      sourcemap: true,
      minify: true,
      license: true,
      // Loaded from this very PC: one file is soon read.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
})
