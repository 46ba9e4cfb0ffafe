/** First bytes of what staff send. */
const SIGNATURES: readonly { type: string; starts: readonly number[] }[] = [
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/tiff', starts: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', starts: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'application/zip', starts: [0x50, 0x4b, 0x03, 0x04] },
];

/** What the bytes are, whatever the sender called them. */
export function mediaTypeOf(head: Uint8Array): string {
  const found = SIGNATURES.find(({ starts }) => starts.every((byte, index) => head[index] === byte));
  if (found) return found.type;
  return head.includes(0) ? 'application/octet-stream' : 'text/plain';
}
