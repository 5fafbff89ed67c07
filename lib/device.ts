/**
 * The moment by the clock of the device in front of somebody: for words like "saved 3 s ago" only.
 * Whatever is stored or compared comes from lib/clock.ts, on the server.
 */
export function deviceNow(): Date {
  return new Date();
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id made in front of somebody, of the same shape as those of lib/ids.ts. */
export function newDeviceId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(20))) id += ALPHABET[byte & 31];
  return id;
}
