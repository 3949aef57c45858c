// How the pages are bundled: one chunk a role, small first load, each text file also gzipped for the portal to send.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const OUT = fileURLToPath(new URL('../static/app', import.meta.url))

function gzipped(): Plugin {
  return {
    name: 'dajian-gzip',
    apply: 'build',
    closeBundle() {
      const assets = join(OUT, 'assets')
      for (const name of readdirSync(assets)) {
        if (/\.(js|css|svg|json)$/.test(name)) {
          writeFileSync(join(assets, `${name}.gz`), gzipSync(readFileSync(join(assets, name)), { level: 9 }))
        }
      }
    },
  }
}

export default defineConfig({
  plugins: [vue(), gzipped()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The charts, which the supervisor's overview alone loads, are the largest file.
    chunkSizeWarningLimit: 600,
  },
  server: {
    proxy: { '/api': process.env.DAJIAN_ORIGIN ?? 'http://127.0.0.1:8000' },
  },
})
