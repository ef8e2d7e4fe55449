import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** SSH has a faster way where compilers have been at work; we ship none, and it goes on without when loading them fails. */
const withoutNativeSsh = {
  name: 'without-native-ssh',
  enforce: 'pre' as const,
  resolveId: (id: string) => (/(^cpu-features|sshcrypto\.node)$/.test(id) ? '\0native-ssh' : null),
  load: (id: string) => (id === '\0native-ssh' ? "throw new Error('not shipped')" : null),
}

export default defineConfig({
  main: {
    plugins: [withoutNativeSsh],
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
