import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), '..', 'shared', 'data', 'inputs');

/** Strings that broke other programs. Lists from outside the project: empty where they are not. */
export const NASTY_STRINGS: readonly string[] = ['naughty-strings.json', 'xss-payloads.json']
  .map((name) => join(FOLDER, name))
  .filter((file) => existsSync(file))
  .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[]);

export const NO_NASTY_STRINGS = NASTY_STRINGS.length === 0;
