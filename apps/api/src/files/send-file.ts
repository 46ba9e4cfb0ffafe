import { StreamableFile } from '@nestjs/common';
import type { FileStore } from '@overturn/data/files/file-store';
import type { OpenedFile } from '@overturn/data/files/stored-files';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';

/** What a browser shows by itself without running a thing of it; all else is saved. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif'];
/** Whatever is in the file, it runs nothing, loads nothing and has no origin. */
const POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A stored file: looked at where that is safe, else to be saved. What it is was read from its bytes. */
export function sendFile(
  reply: FastifyReply,
  store: FileStore,
  organizationId: string,
  { sha256, name, mediaType, sizeBytes }: OpenedFile,
): StreamableFile {
  void reply.header('content-security-policy', POLICY);
  const ascii = name.replace(/[^\w. -]/g, '_');
  return new StreamableFile(Readable.from(store.open(organizationId, sha256)), {
    type: mediaType,
    length: sizeBytes,
    disposition: `${SHOWN.includes(mediaType) ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
