import { handOver } from './launch/hand-over.mjs';

await handOver('scripts/launch/test.ts');
