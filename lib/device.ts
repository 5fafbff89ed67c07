/**
 * The moment by the clock of the device in front of somebody: for words like "saved 3 s ago" only.
 * Whatever is stored or compared comes from lib/clock.ts, on the server.
 */
export function deviceNow(): Date {
  return new Date();
}
