import { linksIn } from '#scripts/proof/links.ts';

/** All that one request brought back, as the network saw it. */
export type Answer = { what: string; status: number; headers: string; body: Buffer };

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(url, { redirect: 'manual', ...init });
  return {
    what: `${init.method ?? 'GET'} ${url}${init.headers ? ` ${JSON.stringify(init.headers)}` : ''}`,
    status: answer.status,
    headers: [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}

const MOST = 400;

/** Asks for `starts` and for everything of the same site that the answers point to. */
export async function crawl(
  origin: string,
  starts: readonly string[],
  init: RequestInit = {},
): Promise<Answer[]> {
  const known = new Set(starts.map((start) => new URL(start, origin).href));
  const answers: Answer[] = [];
  for (const url of known) {
    if (answers.length >= MOST) break;
    const answer = await ask(url, init);
    answers.push(answer);
    for (const link of linksOf(answer, url)) known.add(origin + link);
  }
  return answers;
}

function linksOf({ headers, body }: Answer, url: string): string[] {
  const text = /content-type: (text|application)\//.test(headers) ? body.toString('utf8') : '';
  const onward = /^location: (.+)$/m.exec(headers)?.[1];
  return linksIn(onward ? `${text} href="${onward}"` : text, url);
}
