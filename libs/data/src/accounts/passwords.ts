import { hash, verify } from '@node-rs/argon2';
import { newSecret } from './secrets.ts';

/** argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export const hashPassword = (password: string): Promise<string> => hash(password);

let nobody: Promise<string> | undefined;

/** Takes the same time whether there is such an account or not. */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(newSecret());
  const matches = await verify(kept ?? (await nobody), password);
  return matches && kept !== undefined;
}
