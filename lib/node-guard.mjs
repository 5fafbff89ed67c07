import module from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Dateline runs on the Node that comes with its own dependencies, so that the machine's does not
 * matter. This is plain JavaScript, read by any Node, and says what is wrong before anything breaks.
 */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Dateline needs Node 24 or newer, and this is ${process.version}. ` +
      'Run it by "npm run …" after "npm ci" (not "npm ci --omit=optional"), which brings its own.',
  );
  process.exit(1);
}

// From the second start on nothing is compiled again, and what strips types is not even loaded.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/code', import.meta.url)));
