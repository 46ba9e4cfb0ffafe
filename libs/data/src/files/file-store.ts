import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '@overturn/domain';

/** Bytes under organization and hash: the same bytes twice are one file. A file is there whole or not at all. */
export interface FileStore {
  /** Takes a stream of unknown length; throws TOO_LARGE past `mostBytes` and keeps nothing. */
  receive(
    organizationId: string,
    chunks: AsyncIterable<Uint8Array>,
    mostBytes: number,
  ): Promise<{ sha256: string; sizeBytes: number }>;
  keep(organizationId: string, sha256: string, bytes: Uint8Array): Promise<void>;
  open(organizationId: string, sha256: string): AsyncIterable<Uint8Array>;
}

export function openFileStore(directory: string): FileStore {
  const pathOf = (organizationId: string, sha256: string): string =>
    join(directory, organizationId, sha256.slice(0, 2), sha256);
  const incoming = (organizationId: string): string => join(directory, organizationId, 'incoming', randomUUID());
  return {
    async receive(organizationId, chunks, mostBytes) {
      const temporary = incoming(organizationId);
      const hash = createHash('sha256');
      let sizeBytes = 0;
      const counted = async function* (): AsyncIterable<Uint8Array> {
        for await (const chunk of chunks) {
          sizeBytes += chunk.length;
          if (sizeBytes > mostBytes)
            throw new DomainError(
              'TOO_LARGE',
              `The file is larger than ${Math.floor(mostBytes / 2 ** 20)} MB. Split it and send the parts.`,
            );
          hash.update(chunk);
          yield chunk;
        }
      };
      await writeWhole(temporary, counted());
      const sha256 = hash.digest('hex');
      await moveInto(temporary, pathOf(organizationId, sha256));
      return { sha256, sizeBytes };
    },
    async keep(organizationId, sha256, bytes) {
      const temporary = incoming(organizationId);
      await writeWhole(temporary, [bytes]);
      await moveInto(temporary, pathOf(organizationId, sha256));
    },
    open: (organizationId, sha256) => createReadStream(pathOf(organizationId, sha256), { highWaterMark: 256 * 1024 }),
  };
}

/** Written and on the disk, or gone. */
async function writeWhole(path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const isThere = await access(to).then(
    () => true,
    () => false,
  );
  if (isThere) return rm(from);
  await rename(from, to);
  const folder = await open(dirname(to), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
