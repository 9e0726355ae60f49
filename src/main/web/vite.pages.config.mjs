import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { defineConfig } from 'vite';
import { inJapanese } from './form-host/in-japanese.mjs';
import { editorInJapanese } from './pages/parts/procedure/editor-in-japanese.mjs';

const folder = join(import.meta.dirname, 'pages');

/** The pages' own modules: every script in `pages` is loaded by the page of its name, what they share is split off. */
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** Styles that no script brings along: pages name them themselves. */
const styles = readdirSync(folder).filter((name) => name.endsWith('.css') && !scripts.includes(name.replace('.css', '.js')));

export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/pages/',
  plugins: [inJapanese(), editorInJapanese()],
  // the form editor shows the viewer's components: both must draw with the same library
  resolve: { dedupe: ['preact'] },
  build: {
    emptyOutDir: true,
    modulePreload: false,
    // the pages' security policy takes fonts from files only
    assetsInlineLimit: 0,
    rollupOptions: {
      input: Object.fromEntries([...scripts, ...styles].map((name) => [parse(name).name, join(folder, name)])),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'shared-[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});
