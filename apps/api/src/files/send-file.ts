import { StreamableFile } from '@nestjs/common';
import type { FileStore } from '@overturn/data/files/file-store';
import type { OpenedFile } from '@overturn/data/files/stored-files';
import { Readable } from 'node:stream';

/** A stored file to be saved, never shown by itself in the browser. */
export function sendFile(
  store: FileStore,
  organizationId: string,
  { sha256, name, mediaType, sizeBytes }: OpenedFile,
): StreamableFile {
  const ascii = name.replace(/[^\w. -]/g, '_');
  return new StreamableFile(Readable.from(store.open(organizationId, sha256)), {
    type: mediaType,
    length: sizeBytes,
    disposition: `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
