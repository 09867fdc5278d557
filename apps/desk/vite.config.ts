import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { plainNames } from './plain-names.ts'

const root = import.meta.dirname

/** The oldest browsers the desk promises to work in (docs/decisions): 360 in fast mode, UOS, Windows 7. */
export const browserFloor = ['chrome87']

/** The font package names a .woff beside each .woff2; no browser above the floor wants it. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('700.css') ? code.replace(/, url\([^)]+\.woff\) format\('woff'\)/g, '') : null),
}

export default defineConfig({
  root,
  base: '/desk/',
  plugins: [woff2Only, plainNames, react()],
  optimizeDeps: { rolldownOptions: { plugins: [plainNames] } },
  build: {
    outDir: resolve(root, '../../dist/desk'),
    emptyOutDir: true,
    target: browserFloor,
    cssTarget: browserFloor,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Rooms do nothing by being imported, so a door's unused exports need not load with it.
      treeshake: {
        moduleSideEffects: [{ test: /\/(kernel|modules|platform)\/(?!.*node_modules).*\.tsx?$/, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// }],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '^/(api|assets)/': process.env.SHISHI_SERVER ?? 'http://127.0.0.1:3000' },
  },
})
