/**
 * `npm run breached-list -- FILE`: makes the list of stolen passwords that none may be. FILE has
 * one a line, the most used first: the list of SecLists that docs/people.md names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIN_PASSWORD } from '#features/people/password-length.ts';
import { fingerprint } from '#features/people/weakness.ts';

/** Shorter ones are what people put signs around. */
const SHORT = 10_000;
const OUT = join(import.meta.dirname, '../features/people/breached.json');

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the file with the passwords: npm run breached-list -- FILE');
  process.exit(2);
}
const all = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const long = all.filter((password) => [...password].length >= MIN_PASSWORD);
const short = all.filter((password) => /^\p{L}{3,}$/u.test(password)).slice(0, SHORT);
const prints = [...new Set([...long, ...short].map(fingerprint))].sort((a, b) => a - b);
const bytes = Buffer.alloc(prints.length * 4);
for (const [n, print] of prints.entries()) bytes.writeUInt32BE(print, n * 4);
writeFileSync(OUT, `${JSON.stringify({ fingerprints: bytes.toString('base64') }, null, 2)}\n`);
console.log(`${prints.length} fingerprints in ${OUT}`);
