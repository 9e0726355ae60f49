import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { inJapanese } from './form-host/in-japanese.mjs';

const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [inJapanese(), copied(['form-host/form-host.html'])],
  build: {
    emptyOutDir: true,
    lib: {
      entry: resolve(root, 'form-host/index.js'),
      name: 'TsunaguFormHost',
      formats: ['iife'],
      fileName: () => 'form-host.js',
      cssFileName: 'form-host',
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});

/** Files that need no bundling go out as they are. */
function copied(paths) {
  let outDir;
  return {
    name: 'copied',
    configResolved: (config) => {
      outDir = resolve(root, config.build.outDir);
    },
    closeBundle: () => {
      mkdirSync(outDir, { recursive: true });
      paths.forEach((path) => copyFileSync(resolve(root, path), resolve(outDir, path.split('/').pop())));
    },
  };
}
