import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readRemittance, RemittanceReader } from '@overturn/x12';

/** Reads the chunks of one file to its end and says how many claims it met, so that nobody can leave work out. */
export type Contender = (chunks: Uint8Array[]) => Promise<number> | number;

const require = createRequire(import.meta.url);

const latin1 = (chunk: Uint8Array): string =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');

/** The floor: bytes to text, text to segments, segments to elements, by `split`; every element is a string, nothing is understood. */
function splitOnly(chunks: Uint8Array[]): number {
  let rest = '';
  let claims = 0;
  let elements = 0;
  for (const chunk of chunks) {
    const segments = (rest + latin1(chunk)).split('~');
    rest = segments.pop()!;
    for (const segment of segments) {
      const parts = segment.split('*');
      elements += parts.length;
      if (parts[0] === '\nCLP') claims++;
    }
  }
  if (elements === 0) throw new Error('nothing was split');
  return claims;
}

/** The reader's core in process, as a job that writes rows in bulk uses it. */
function overturnCore(chunks: Uint8Array[]): number {
  const reader = new RemittanceReader();
  let claims = 0;
  const count = (): void => {
    for (const event of reader.take()) if (event.type === 'claim') claims++;
  };
  for (const chunk of chunks) {
    reader.push(chunk);
    count();
  }
  reader.end();
  count();
  return claims;
}

/** The same through the async iterator, one event at a time. */
async function overturnIterator(chunks: Uint8Array[]): Promise<number> {
  let claims = 0;
  for await (const event of readRemittance(chunks)) if (event.type === 'claim') claims++;
  return claims;
}

interface NamedSegment {
  name?: string;
  tag?: string;
}

async function throughStream(chunks: Uint8Array[], parser: NodeJS.ReadWriteStream): Promise<number> {
  let claims = 0;
  parser.on('data', (segment: NamedSegment) => {
    if ((segment.name ?? segment.tag) === 'CLP') claims++;
  });
  await pipeline(
    Readable.from(
      chunks.map((chunk) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)),
      { objectMode: false },
    ),
    parser,
  );
  return claims;
}

function x12Parser(chunks: Uint8Array[]): Promise<number> {
  const { X12parser } = require('x12-parser') as { X12parser: new () => NodeJS.ReadWriteStream };
  return throughStream(chunks, new X12parser());
}

function nodeX12(chunks: Uint8Array[]): Promise<number> {
  const { X12Parser } = require('node-x12') as { X12Parser: new (strict: boolean) => NodeJS.ReadWriteStream };
  return throughStream(chunks, new X12Parser(false));
}

export const CONTENDERS: Record<string, Contender> = {
  floor: splitOnly,
  'overturn core': overturnCore,
  'overturn iterator': overturnIterator,
  'x12-parser': x12Parser,
  'node-x12': nodeX12,
};
