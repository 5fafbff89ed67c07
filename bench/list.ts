import { signIn } from '#bench/desk.ts';
import { addEditor, EDITOR } from '#bench/newsroom.ts';
import { atMost, median, type Row } from '#bench/table.ts';
import { startSite } from '#scripts/e2e/site.ts';

/** Ways to look into the desk's list; the first is to open it. */
const LISTS = {
  'Desk: the list opens': '',
  'Desk: filtered by state': '?state=withdrawn',
  'Desk: filtered by words': '?q=council+bridge',
  'Desk: filtered by words that nothing has': '?q=quokka',
  'Desk: filtered by days, oldest first':
    '?by=published&from=2015-01-01&until=2015-12-31&order=oldest',
  'Desk: page 1,000': '?page=1000',
} as const;

const OPENS_WITHIN_MS = 300;
const FILTERS_WITHIN_MS = 150;

/** How long the list of many stories takes, from the request to the last byte of the page. */
export async function list(dataDir: string, stories: number, samples: number): Promise<Row[]> {
  addEditor(dataDir);
  const site = await startSite(dataDir);
  try {
    const { email, password } = EDITOR;
    const desk = await signIn(site.url, email, password);
    const rows: Row[] = [];
    for (const [what, query] of Object.entries(LISTS)) {
      if (query === '?page=1000' && stories < 100_000) continue;
      const times: number[] = [];
      for (let n = -3; n < samples; n += 1) {
        const began = performance.now();
        await desk.open(`/desk/stories${query}`);
        if (n >= 0) times.push(performance.now() - began);
      }
      const aim = query === '' ? OPENS_WITHIN_MS : FILTERS_WITHIN_MS;
      rows.push(
        atMost(`${what}, ${stories.toLocaleString('en')} stories`, median(times), aim, 'ms'),
      );
    }
    return rows;
  } finally {
    await site.stop();
  }
}
