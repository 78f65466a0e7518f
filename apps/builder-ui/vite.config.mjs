import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildOutput } from './build-output.mjs';

export default defineConfig({
  plugins: [react(), buildOutput()],
  // Workspace libs are read from their sources.
  resolve: { conditions: ['@cueline/source', 'module', 'browser', 'import', 'default'] },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 600 },
  server: { proxy: { '/api': 'http://127.0.0.1:4400' } },
});
