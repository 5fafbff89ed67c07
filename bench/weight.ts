import { brotliCompressSync, gzipSync } from 'node:zlib';
import { atMost, type Row } from '#bench/table.ts';
import type { Site } from '#scripts/e2e/site.ts';

const KB = 1000;

type Weight = { page: number; ours: number; framework: number };

/** What a browser has to fetch before it can show a story, and what runs in it afterwards. */
export async function weight({ url }: Site): Promise<Row[]> {
  const stories = await storiesOf(url);
  const gzip = await heaviest(url, stories, gzipSync);
  const brotli = await heaviest(url, stories, brotliCompressSync);
  const of = `heaviest of the sample’s ${stories.length} stories`;
  return [
    atMost(`Story: HTML and blocking CSS, gzip (${of})`, gzip.page / KB, 14, 'kB', 1),
    { what: 'The same by Brotli', figure: `${(brotli.page / KB).toFixed(1)} kB` },
    atMost('Story: our script, gzip', gzip.ours / KB, 10, 'kB', 1),
    atMost('Story: framework script', gzip.framework / KB, 0, 'kB', 1),
  ];
}

async function heaviest(
  url: string,
  stories: readonly string[],
  compress: (bytes: Buffer) => Buffer,
): Promise<Weight> {
  const most: Weight = { page: 0, ours: 0, framework: 0 };
  for (const path of stories) {
    const one = await weigh(new URL(path, url), compress);
    for (const part of ['page', 'ours', 'framework'] as const) {
      most[part] = Math.max(most[part], one[part]);
    }
  }
  return most;
}

async function weigh(url: URL, compress: (bytes: Buffer) => Buffer): Promise<Weight> {
  const html = await bytesOf(url);
  const weight: Weight = { page: compress(html).byteLength, ours: 0, framework: 0 };
  for (const [tag] of html.toString('utf8').matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const address = (attribute('href') ?? attribute('src'))?.replaceAll('&amp;', '&');
    if (!address) continue;
    const script = tag.startsWith('<script') || /\bas="script"|modulepreload/.test(tag);
    const sheet = attribute('rel') === 'stylesheet' && attribute('media') !== 'print';
    if (!script && !sheet) continue;
    const size = compress(await bytesOf(new URL(address, url))).byteLength;
    if (sheet) weight.page += size;
    else if (address.startsWith('/_next/')) weight.framework += size;
    else weight.ours += size;
  }
  return weight;
}

async function bytesOf(url: URL): Promise<Buffer> {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** All stories, by the sitemap: their addresses have two parts and a date. */
async function storiesOf(url: string): Promise<string[]> {
  const text = (await bytesOf(new URL('/sitemap.xml', url))).toString('utf8');
  const entries = text.matchAll(/<loc>([^<]+)<\/loc><lastmod>/g);
  const paths = [...entries].map(([, address = '']) => new URL(address).pathname);
  if (paths.length === 0) throw new Error('the sitemap names no story');
  return paths;
}
