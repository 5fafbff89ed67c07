import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Desk, signIn } from '#bench/desk.ts';
import { addEditor, busiestSection, EDITOR, type Section } from '#bench/newsroom.ts';
import { atMost, median, type Row } from '#bench/table.ts';
import { startSite } from '#scripts/e2e/site.ts';

type Opened = { id: string; revisionId: string; slug: string };
/** Milliseconds from the click to the first answer with the new headline, page by page. */
type Seen = Record<'front' | 'section' | 'story' | 'feed', number>;

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
    return rowsOf(seen, elsewhere);
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

/** With all that the checks before publishing ask for. */
function textOf({ id, authorId }: Section, headline: string) {
  const text = 'Two sentences stand here. They say nothing.';
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  const standfirst = 'What stands in it is measured, not read.';
  const bylines = [{ authorId, role: 'by' }];
  return { sectionId: id, headline, standfirst, bylines, body: { type: 'doc', content } };
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

/** Four readers, each asking for one page over and over until it has the headline. */
async function watch(
  url: string,
  section: Section,
  story: string,
  headline: string,
): Promise<Seen> {
  const began = performance.now();
  const until = async (path: string) => {
    for (;;) {
      const answer = await fetch(url + path);
      if ((await answer.text()).includes(headline)) return performance.now() - began;
      if (performance.now() - began > 10_000) throw new Error(`${path} never showed ${headline}`);
      await sleep(4);
    }
  };
  const [front = 0, inSection = 0, own = 0, feed = 0] = await Promise.all(
    pathsOf(section, story).map(until),
  );
  return { front, section: inSection, story: own, feed };
}

function pathsOf({ slug }: Section, story: string): string[] {
  return ['/', `/${slug}`, encodeURI(`/${slug}/${story}`), '/feed.xml'];
}

async function fromElsewhere(
  dataDir: string,
  url: string,
  section: Section,
  runs: number,
): Promise<Seen[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'elsewhere.ts')], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says = async (word: string) => {
    const { value } = await lines.next();
    if (value !== word) throw new Error(`the other process said ${value}`);
  };
  await says('ready');
  const seen: Seen[] = [];
  for (let run = 0; run < runs; run += 1) {
    const slug = `from-elsewhere-${run}`;
    const headline = `From elsewhere ${run} of ${runs}`;
    child.stdin.write(`${JSON.stringify({ ...textOf(section, headline), slug })}\n`);
    await says('created');
    const watching = watch(url, section, slug, headline);
    child.stdin.write('publish\n');
    seen.push(await watching);
  }
  child.stdin.end();
  await once(child, 'exit');
  return seen;
}
