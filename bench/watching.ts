import { setTimeout as sleep } from 'node:timers/promises';
import type { Section } from '#bench/newsroom.ts';

/** Milliseconds from the click to the first answer with the new headline, page by page. */
export type Seen = Record<'front' | 'section' | 'story' | 'feed', number>;

/** With all that the checks before publishing ask for. */
export function textOf({ id, authorId }: Section, headline: string) {
  const text = 'Two sentences stand here. They say nothing.';
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  const standfirst = 'What stands in it is measured, not read.';
  const bylines = [{ authorId, role: 'by' }];
  return { sectionId: id, headline, standfirst, bylines, body: { type: 'doc', content } };
}

/** Four readers, each asking for one page over and over until it has the headline. */
export async function watch(
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

export function pathsOf({ slug }: Section, story: string): string[] {
  return ['/', `/${slug}`, encodeURI(`/${slug}/${story}`), '/feed.xml'];
}
