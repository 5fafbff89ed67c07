import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brush } from '#scripts/drawing/brush.ts';
import { SCENES } from '#scripts/drawing/scenes.ts';

/**
 * Paints the pictures of the sample newsroom anew. They are committed, so that an installation need
 * not paint: run this after a change to scripts/drawing. Arguments name the ones to paint.
 */
const FOLDER = join(import.meta.dirname, '../features/sample/pictures');
const MAX_BYTES = 120_000;

mkdirSync(FOLDER, { recursive: true });
const wanted = new Set(process.argv.slice(2));
for (const [number, [name, scene]] of Object.entries(SCENES).entries()) {
  if (wanted.size > 0 && !wanted.has(name)) continue;
  const painted = await brush(scene(), number * 100);
  for (let quality = 84; ; quality -= 4) {
    const bytes = await painted.webp({ quality, effort: 6 }).toBuffer();
    if (bytes.length > MAX_BYTES && quality > 40) continue;
    writeFileSync(join(FOLDER, `${name}.webp`), bytes);
    process.stdout.write(`${name}: ${bytes.length} bytes, quality ${quality}\n`);
    break;
  }
}
