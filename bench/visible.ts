import { type Desk, signIn } from '#bench/desk.ts';
import { addEditor, busiestSection, EDITOR, type Section } from '#bench/newsroom.ts';
import { fromElsewhere, onTime } from '#bench/other-process.ts';
import { atMost, median, type Row } from '#bench/table.ts';
import { pathsOf, type Seen, textOf, watch } from '#bench/watching.ts';
import { startSite } from '#scripts/e2e/site.ts';

type Opened = { id: string; revisionId: string; slug: string };

/** From the click on "Publish" until readers get the text, everywhere. */
export async function visible(dataDir: string, runs: number): Promise<Row[]> {
  addEditor(dataDir);
  const section = busiestSection(dataDir);
  const site = await startSite(dataDir);
  try {
    const desk = await signIn(site.url, EDITOR.email, EDITOR.password);
    await timePublishing(site.url, section, () => newStory(desk, section, 'Warm-up'));
    const seen: Seen[] = [];
    let last: Opened | undefined;
    for (let run = 0; run < runs; run += 1) {
      const headline = `Benchmark headline ${run} of ${runs}`;
      // Every other time it is a correction of what was published before.
      const before = run % 2 === 1 ? last : undefined;
      seen.push(
        await timePublishing(site.url, section, async () => {
          const ready = await newStory(desk, section, headline, before);
          last = ready.story;
          return ready;
        }),
      );
    }
    const elsewhere = await fromElsewhere(dataDir, site.url, section, Math.ceil(runs / 5));
    return [
      ...rowsOf(seen, elsewhere),
      ...(await onTime(dataDir, site.url, section, Math.ceil(runs / 5))),
    ];
  } finally {
    await site.stop();
  }
}

function rowsOf(seen: readonly Seen[], elsewhere: readonly Seen[]): Row[] {
  const everywhere = seen.map((one) => Math.max(...Object.values(one)));
  const far = elsewhere.map((one) => Math.max(...Object.values(one)));
  const page = (name: keyof Seen) => median(seen.map((one) => one[name])).toFixed(0);
  return [
    atMost(`Publish to visible, median of ${seen.length}`, median(everywhere), 60, 'ms'),
    atMost(`Publish to visible, worst of ${seen.length}`, Math.max(...everywhere), 300, 'ms'),
    {
      what: 'Page by page, medians',
      figure: `front ${page('front')}, section ${page('section')}, story ${page('story')}, feed ${page('feed')} ms`,
    },
    {
      what: `Published by another process, of ${far.length}`,
      figure: `median ${median(far).toFixed(0)} ms, worst ${Math.max(...far).toFixed(0)} ms`,
      aim: '≤ 1000 ms',
      ok: Math.max(...far) <= 1000,
    },
  ];
}

type Ready = { story: Opened; headline: string; publish: () => Promise<void> };

async function newStory(
  desk: Desk,
  section: Section,
  headline: string,
  before?: Opened,
): Promise<Ready> {
  const story = opened(
    await desk.act('saveStoryAction', {
      ...textOf(section, headline),
      ...(before ? { storyId: before.id, basedOn: before.revisionId, slug: before.slug } : {}),
    }),
  );
  const publish = async () => {
    const { id: storyId, revisionId } = story;
    opened(await desk.act('moveStoryAction', 'publish', { storyId, revisionId }));
  };
  return { story, headline, publish };
}

function opened(answer: unknown): Opened {
  const { ok, value, why } = answer as { ok: boolean; value: Opened; why?: string };
  if (!ok) throw new Error(`the desk refused: ${why}`);
  return value;
}

async function timePublishing(
  url: string,
  section: Section,
  prepare: () => Promise<Ready>,
): Promise<Seen> {
  const { story, headline, publish } = await prepare();
  // Readers are there before the click: what they have is pressed.
  await Promise.all(pathsOf(section, story.slug).map((path) => fetch(url + path)));
  const watching = watch(url, section, story.slug, headline);
  await publish();
  return watching;
}
