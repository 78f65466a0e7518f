import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildOutput } from './build-output.mjs';
import { icons } from './icons.mjs';

const BASE = /node_modules[\\/](?:react|react-dom|scheduler|use-sync-external-store|@tanstack)[\\/]/u;

export default defineConfig({
  plugins: [react(), icons(), buildOutput()],
  // Workspace libs are read from their sources.
  resolve: { conditions: ['@cueline/source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist',
    // The first that know light-dark(): written out for older ones, colors would no longer follow the choice of a page.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    emptyOutDir: true,
    chunkSizeWarningLimit: 600,
    // What every page begins with is fetched together: one file compresses better than thirty.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'base', test: BASE }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4400' } },
});
