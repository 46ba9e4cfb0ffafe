import type { ReceivedFile } from '@overturn/data/files/stored-files';
import type { FileStore } from '@overturn/data/files/file-store';
import { DomainError } from '@overturn/domain';
import type { FastifyRequest } from 'fastify';
import { mediaTypeOf } from './media-type.ts';

export interface Upload {
  files: ReceivedFile[];
  fields: Record<string, string>;
}

const LONGEST_NAME = 200;
const HEAD_BYTES = 1024;

/** Streams every `file` of a multipart request into the store, and its fields. Throws TOO_LARGE, BAD_INPUT without a file. */
export async function receiveUpload(
  request: FastifyRequest,
  store: FileStore,
  organizationId: string,
  mostBytes: number,
): Promise<Upload> {
  const upload: Upload = { files: [], fields: {} };
  for await (const part of request.parts({ limits: { fileSize: mostBytes + 1 } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') upload.fields[part.fieldname] = part.value;
      continue;
    }
    const head = new Head();
    const { sha256, sizeBytes } = await store.receive(organizationId, head.of(part.file), mostBytes);
    upload.files.push({ sha256, sizeBytes, mediaType: mediaTypeOf(head.bytes), name: plainName(part.filename) });
  }
  if (upload.files.length === 0)
    throw new DomainError('BAD_INPUT', 'Send a file.', { fields: { file: 'Send a file.' } });
  return upload;
}

/** Keeps the first bytes of a stream while it passes by. */
class Head {
  bytes: Uint8Array = new Uint8Array();

  async *of(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (this.bytes.length < HEAD_BYTES)
        this.bytes = Buffer.concat([this.bytes, chunk.subarray(0, HEAD_BYTES - this.bytes.length)]);
      yield chunk;
    }
  }
}

/** The name without folders and control characters; it is shown, never used as a path. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)!;
  const plain = last.replace(/\p{Cc}/gu, '').trim();
  return plain.slice(-LONGEST_NAME) || 'file';
}
