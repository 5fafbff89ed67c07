import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { randomSalt } from '#lib/ids.ts';

const NONCE = 12;
const TAG = 16;

/** What a revision says, as far as the key is made of it. */
type Said = { id: string; headline: string; standfirst: string; body: unknown };

/**
 * Closes words under the text that they were taken out of: who has a backup with that text can repeat
 * the redaction, and nobody else learns from the log what may not be said.
 */
export function closeWords(words: readonly string[], said: Said): string {
  const nonce = randomSalt(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(said), nonce);
  const closed = Buffer.concat([cipher.update(JSON.stringify(words), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64');
}

/** Null if the text is another one. */
export function openWords(closed: string, said: Said): string[] | null {
  const box = Buffer.from(closed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(said), box.subarray(0, NONCE));
    decipher.setAuthTag(box.subarray(NONCE, NONCE + TAG));
    const opened = [decipher.update(box.subarray(NONCE + TAG)), decipher.final()];
    return JSON.parse(Buffer.concat(opened).toString('utf8'));
  } catch {
    return null;
  }
}

function keyOf({ id, headline, standfirst, body }: Said): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([id, headline, standfirst, body]))
    .digest();
}
