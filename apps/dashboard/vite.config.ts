import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, workListWeight } from './build-plugins.ts';

// A build is one for production whoever starts it: under a test runner's NODE_ENV React would be the slow one.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

/** The api serves `dist`; in development this server passes `/api` on to it (`OVERTURN_API`, default port 3000). */
export default defineConfig({
  plugins: [react(), workListWeight(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': { target: process.env.OVERTURN_API ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
});
