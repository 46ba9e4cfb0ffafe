import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, told once; rows keep the hash only. Random enough that a fast hash is safe and can be looked up. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
