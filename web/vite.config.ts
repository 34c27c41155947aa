import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chineseFonts } from './fonts.ts'
import { fieldShell } from './shell.ts'

/** Four doors, one build. Pages are named by their door: / is the residents', /desk and /command the staff's, /field the grid workers'. */
const here = import.meta.dirname
export default defineConfig({
  root: here,
  plugins: [react(), chineseFonts(), fieldShell()],
  build: {
    outDir: resolve(here, 'dist'),
    emptyOutDir: true,
    manifest: true,
    target: ['chrome87', 'safari14'],
    // Font files must stay files: each chunk is fetched only when a page has a character of its range.
    assetsInlineLimit: (path) => (/\.woff2$/.test(path) ? false : undefined),
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: {
        resident: resolve(here, 'index.html'),
        desk: resolve(here, 'desk.html'),
        command: resolve(here, 'command.html'),
        field: resolve(here, 'field.html'),
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 3000}` } },
})
