import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { read, transaction } from '#db/store.ts';
import { addPicture } from '#features/media/commands.ts';
import { system } from '#features/people/actor.ts';
import { draft, paragraphs, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

async function picture(): Promise<string> {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#246' } })
    .png()
    .toBuffer();
  return good(await addPicture(system('test'), { bytes })).id;
}

const uses = () =>
  read.select().from(pictureUses).orderBy(asc(pictureUses.revisionId), asc(pictureUses.pictureId));

test('the pictures of stories that were written before are known after the migration', async () => {
  const [lead, inText, inGallery] = [await picture(), await picture(), await picture()];
  const use = (pictureId: string) => ({ pictureId, alt: 'pictureId', caption: '', credit: '' });
  const { id } = await section();
  await draft(id, { picture: use(lead) });
  await draft(id, { body: paragraphs('Nothing to see.') });
  await draft(id, {
    picture: use(inText),
    body: {
      type: 'doc',
      content: [
        { type: 'picture', attrs: use(inText) },
        { type: 'gallery', attrs: { pictures: [use(inGallery), use(lead), use(lead)] } },
      ],
    },
  });
  const written = await uses();
  expect(written).toHaveLength(4);
  const folder = `db/migrations/dateline/${dialect()}`;
  const file = readdirSync(folder).find((name) => name.endsWith('_pictures.sql')) ?? '';
  const filling = readFileSync(join(folder, file), 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => /^\s*INSERT/i.test(statement));
  expect(filling).toHaveLength(2);
  await transaction(async (tx) => {
    await tx.delete(pictureUses);
    for (const statement of filling) await tx.run(sql.raw(statement));
  });
  expect(await uses()).toEqual(written);
});
