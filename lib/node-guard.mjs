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
