import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, workListWeight } from './build-plugins.ts';

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
