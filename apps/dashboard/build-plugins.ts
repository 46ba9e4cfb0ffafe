import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the work list loads, its form included; the rest comes when it is first asked for. */
const WORK_LIST = ['main.tsx', 'shell/shell.tsx', 'work/work-page.tsx', 'tasks/task-form.tsx'];
const MOST_BYTES = 200_000;

/** Stops a build whose work list would need more than 200 kB of script, compressed. */
export function workListWeight(): Plugin {
  return {
    name: 'work-list-weight',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const needed = new Set<string>();
      const add = (fileName: string): void => {
        if (needed.has(fileName)) return;
        needed.add(fileName);
        byName.get(fileName)?.imports.forEach(add);
      };
      const roots = chunks.filter(
        ({ facadeModuleId, isEntry }) => isEntry || WORK_LIST.some((path) => facadeModuleId?.endsWith(`/src/${path}`)),
      );
      if (roots.length < WORK_LIST.length)
        this.error(`Of ${WORK_LIST.join(', ')} only ${roots.length} were found: the weight cannot be told.`);
      for (const { fileName } of roots) add(fileName);
      const bytes = [...needed].reduce((sum, name) => sum + gzipSync(byName.get(name)?.code ?? '').length, 0);
      const words = `The work list needs ${Math.round(bytes / 1000)} kB of script, compressed`;
      if (bytes > MOST_BYTES) this.error(`${words}; the most is ${MOST_BYTES / 1000} kB.`);
      this.info(`${words}.`);
    },
  };
}

const WORTH_BYTES = 1024;
/** Writes each text file a second and third time, compressed: the api hands them out as they are. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (!/\.(js|css|svg|html)$/.test(file.fileName) || source.length < WORTH_BYTES) continue;
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: brotliCompressSync(source) });
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(source) });
        }
      },
    },
  };
}
