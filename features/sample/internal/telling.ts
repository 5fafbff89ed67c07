import type { Actor } from '#features/people/actor.ts';
import { PICTURES } from '#features/sample/content/pictures.ts';
import type { Moment, SampleStory } from '#features/sample/content/shape.ts';
import { must } from '#features/sample/internal/must.ts';
import type { Newsroom } from '#features/sample/internal/newsroom.ts';
import { createStory, saveStory } from '#features/stories/commands.ts';
import { publishStory } from '#features/stories/publishing.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** From the first word in the desk to the page. */
const WRITING_MS = 40 * MINUTE_MS;

/** Something that the newsroom did at a moment. */
export type Step = { at: Date; run: () => Promise<void> };

export function momentOf(moment: Moment, present: Date): Date {
  if ('at' in moment) return new Date(moment.at);
  return new Date(present.getTime() - moment.hoursAgo * HOUR_MS);
}

/** The steps by which a story was written, published and, where its text changed, replaced. */
export function stepsOf(
  actor: Actor,
  room: Newsroom,
  told: Map<string, string>,
  story: SampleStory,
  present: Date,
): Step[] {
  const { earlier, published } = story;
  const shownAt = momentOf(earlier?.published ?? published, present);
  const state = { storyId: '', revisionId: '' };
  const publish = () => must(story.slug, publishStory(actor, state)).then(() => undefined);
  const steps: Step[] = [
    {
      at: new Date(shownAt.getTime() - WRITING_MS),
      run: async () => {
        const input = { ...inputOf(room, told, story), ...textOf({ ...story, ...earlier }) };
        const saved = await must(story.slug, createStory(actor, input, { sample: true }));
        state.storyId = saved.storyId;
        state.revisionId = saved.revisionId;
        told.set(story.slug, saved.storyId);
      },
    },
    { at: shownAt, run: publish },
  ];
  if (!earlier) return steps;
  const replacedAt = momentOf(published, present);
  return [
    ...steps,
    {
      at: new Date(replacedAt.getTime() - 10 * MINUTE_MS),
      run: async () => {
        const content = { ...inputOf(room, told, story), ...textOf(story) };
        const input = { ...content, storyId: state.storyId, basedOn: state.revisionId };
        const saved = await must(story.slug, saveStory(actor, input));
        state.revisionId = saved.revisionId;
      },
    },
    { at: replacedAt, run: publish },
  ];
}

function textOf({ headline, standfirst, body }: SampleStory) {
  return { headline, standfirst, body: { type: 'doc', content: body } };
}

function inputOf(room: Newsroom, told: Map<string, string>, story: SampleStory) {
  const { slug, kind, language, dateline, topics, places, bylines } = story;
  return {
    slug,
    kind,
    language,
    sectionId: named(room.sections, story.section),
    translationOf: story.translationOf && named(told, story.translationOf),
    datelinePlace: dateline?.place,
    datelineDate: dateline?.date,
    topics,
    places,
    bylines: bylines.map(({ handle, role }) => ({ authorId: named(room.authors, handle), role })),
    picture: pictureOf(room, story),
  };
}

function pictureOf(room: Newsroom, { picture, pictureWords }: SampleStory) {
  if (!picture) return null;
  if (!PICTURES.some((one) => one.name === picture)) throw new Error(`no picture ${picture}`);
  // Left empty, the words of the picture itself are shown.
  return { pictureId: named(room.pictures, picture), ...pictureWords };
}

function named(known: ReadonlyMap<string, string>, name: string): string {
  const id = known.get(name);
  if (!id) throw new Error(`the sample names ${name}, which is not in it`);
  return id;
}
