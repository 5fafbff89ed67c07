import type { Actor, Role, Staff } from '#features/people/actor.ts';
import { system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { addSection } from '#features/sections/commands.ts';
import type { Body } from '#features/stories/body.ts';
import { createStory, type Saved, saveStory } from '#features/stories/commands.ts';
import { publishStory, withdrawStory } from '#features/stories/publishing.ts';
import { newId } from '#lib/ids.ts';
import { good } from '#tests/results.ts';

const TEST = system('test');

/** A member of staff with one role, made by the real command. */
export async function member(role: Role, sectionId: string | null = null): Promise<Staff> {
  const name = `${role} ${newId().slice(0, 6)}`;
  const email = `${newId()}@newsroom.example`;
  const { id } = good(await addPerson(TEST, { name, email, role }));
  return { type: 'staff', id, name, grants: [{ role, sectionId }] };
}

/** A section of its own name, so that tests of one file do not see each other's stories. */
export async function section(slug = `s-${newId()}`): Promise<{ id: string; slug: string }> {
  const { id } = good(await addSection(TEST, { name: slug.slice(0, 60), slug }));
  return { id, slug };
}

export function paragraphs(...texts: string[]): Body {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

export type StoryInput = Record<string, unknown>;

export async function draft(
  sectionId: string,
  input: StoryInput = {},
  actor: Actor = TEST,
): Promise<Saved> {
  return good(
    await createStory(actor, {
      sectionId,
      headline: `Headline ${newId()}`,
      body: paragraphs('The first paragraph.'),
      ...input,
    }),
  );
}

export async function publish(
  { storyId, revisionId }: { storyId: string; revisionId: string },
  actor: Actor = TEST,
): Promise<string> {
  return good(await publishStory(actor, { storyId, revisionId, reasons: UNSIGNED })).path;
}

/** Why the stories of tests go out without a byline. */
export const UNSIGNED = [{ code: 'no-byline', subject: '', reason: 'a test' }];

export async function withdraw(
  { storyId, revisionId }: { storyId: string; revisionId: string },
  actor: Actor = TEST,
): Promise<void> {
  good(await withdrawStory(actor, { storyId, revisionId, note: 'wrong' }));
}

/** Saves another text on top of the newest. */
export async function rewrite(
  saved: Saved,
  sectionId: string,
  input: StoryInput,
  actor: Actor = TEST,
): Promise<Saved> {
  return good(
    await saveStory(actor, {
      storyId: saved.storyId,
      basedOn: saved.revisionId,
      sectionId,
      slug: saved.slug,
      headline: 'Rewritten',
      body: paragraphs('Another text.'),
      ...input,
    }),
  );
}
