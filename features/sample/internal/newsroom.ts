import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { pictures } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { addPicture } from '#features/media/commands.ts';
import type { Actor, Staff } from '#features/people/actor.ts';
import { addGuest, addPerson } from '#features/people/commands.ts';
import { GUEST, SECTIONS, STAFF } from '#features/sample/content/newsroom.ts';
import { CREDIT, PICTURES } from '#features/sample/content/pictures.ts';
import { must } from '#features/sample/internal/must.ts';
import { addSection } from '#features/sections/commands.ts';
import { repeatableBytes } from '#lib/chance.ts';
import { drawingFrom } from '#lib/ids.ts';

const SAMPLE = { sample: true };

/** Ids by what the content calls them: slug, handle, name of the file. */
export type Newsroom = {
  sections: Map<string, string>;
  authors: Map<string, string>;
  pictures: Map<string, string>;
  staff: Map<string, Staff>;
};

/** Everything that has to be there before the first story. */
export async function foundNewsroom(actor: Actor): Promise<Omit<Newsroom, 'pictures'>> {
  const room = { sections: new Map(), authors: new Map(), staff: new Map() };
  for (const section of SECTIONS) {
    const { id } = await must(section.slug, addSection(actor, section, SAMPLE));
    room.sections.set(section.slug, id);
  }
  for (const { handle, bio, ...person } of STAFF) {
    const made = { ...SAMPLE, handle, bio };
    const { id } = await must(handle, addPerson(actor, person, made));
    const grants = [{ role: person.role, sectionId: null }];
    room.staff.set(handle, { type: 'staff', id, name: person.name, grants });
    room.authors.set(handle, await authorOf(id));
  }
  const { id } = await must(GUEST.handle, addGuest(actor, GUEST.name, { ...SAMPLE, ...GUEST }));
  room.authors.set(GUEST.handle, id);
  return room;
}

async function authorOf(personId: string): Promise<string> {
  const [row] = await read
    .select({ id: authors.id })
    .from(authors)
    .where(eq(authors.personId, personId));
  if (!row) throw new Error(`person ${personId} has no author`);
  return row.id;
}

/** The sample's pictures, developed and kept unless they are there already, by name. */
export async function addPictures(actor: Actor): Promise<Newsroom['pictures']> {
  const byName = new Map<string, string>();
  for (const { name, focal, ...words } of PICTURES) {
    const [known] = await read
      .select({ id: pictures.id })
      .from(pictures)
      .where(and(eq(pictures.sample, true), eq(pictures.alt, words.alt)));
    byName.set(name, known?.id ?? (await addOne(actor, name, focal, words)));
  }
  return byName;
}

async function addOne(
  actor: Actor,
  name: string,
  [focalX, focalY]: readonly [number, number],
  words: { alt: string; caption: string },
): Promise<string> {
  const bytes = await readFile(join(import.meta.dirname, '../pictures', `${name}.webp`));
  const input = { bytes, ...words, credit: CREDIT, focalX, focalY };
  const added = drawingFrom(repeatableBytes(`picture ${name}`), () =>
    must(name, addPicture(actor, input, SAMPLE)),
  );
  return (await added).id;
}
