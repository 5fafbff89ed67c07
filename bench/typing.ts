import { type Browser, chromium, type Page } from '@playwright/test';
import { type Desk, signIn } from '#bench/desk.ts';
import { addEditor, busiestSection, EDITOR } from '#bench/newsroom.ts';
import { atMost, median, type Row } from '#bench/table.ts';
import { chromiumPath } from '#scripts/e2e/chromium.ts';
import { startSite } from '#scripts/e2e/site.ts';

const WORDS = 10_000;
/** Between two keys: a fast typist. After a burst there is a pause, in which the text is looked after. */
const KEY_MS = 60;
const BURST = 20;
const PAUSE_MS = 400;

/** What one key costs in a story of 10,000 words: from the key until its letter is painted. */
export async function typing(dataDir: string, keys: number): Promise<Row[]> {
  addEditor(dataDir);
  const section = busiestSection(dataDir);
  const site = await startSite(dataDir);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
  try {
    const desk = await signIn(site.url, EDITOR.email, EDITOR.password);
    const storyId = await longStory(desk, section.id);
    const page = await openStory(browser, site.url, storyId);
    await typeKeys(page, BURST);
    const costs = await typeKeys(page, keys);
    await page.close();
    const bare = await bareText(browser);
    await typeKeys(bare, BURST);
    const least = await typeKeys(bare, keys);
    const what = `A key in a story of ${WORDS} words`;
    return [
      atMost(`${what}, median of ${costs.length}`, median(costs), 16, 'ms', 1),
      atMost(`${what}, 95 of 100`, late(costs), 16, 'ms', 1),
      { what: `${what}, worst`, figure: `${Math.max(...costs).toFixed(1)} ms` },
      {
        what: 'The same in a page that has nothing but the text: median, 95 of 100',
        figure: `${median(least).toFixed(1)} ms, ${late(least).toFixed(1)} ms`,
      },
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

function late(costs: readonly number[]): number {
  return costs.toSorted((a, b) => a - b)[Math.floor(costs.length * 0.95)] ?? Number.NaN;
}

const ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
];

const SENTENCE = 'The boat to the outer islands goes twice a week when the wind allows it. ';
const PARAGRAPH = SENTENCE.repeat(5).trim();

/** What the browser alone needs for a key, with as much text and no line of a program. */
async function bareText(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const count = Math.ceil(WORDS / PARAGRAPH.split(' ').length);
  const paragraphs = `<p>${PARAGRAPH}</p>`.repeat(count);
  const style = 'max-width: 42rem; margin: auto; font: 1.2rem/1.6 serif';
  await page.setContent(`<div contenteditable style="${style}">${paragraphs}</div>`);
  await page
    .locator('p')
    .nth(Math.floor(count / 2))
    .click();
  await page.evaluate(watchKeys);
  return page;
}

/** Every kind of block, most of it paragraphs, as a long feature has them. */
async function longStory(desk: Desk, sectionId: string): Promise<string> {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: PARAGRAPH }] };
  const words = PARAGRAPH.split(' ').length;
  const content: object[] = [];
  for (let block = 0; block * words < WORDS; block += 1) {
    if (block % 12 === 5) {
      content.push({
        type: 'heading',
        attrs: { level: 2 },
        content: [{ type: 'text', text: 'On' }],
      });
    }
    const attrs = { speaker: 'A witness', source: 'to this newspaper' };
    content.push(block % 12 === 8 ? { type: 'quote', attrs, content: [paragraph] } : paragraph);
  }
  const body = { type: 'doc', content };
  const answer = await desk.act('saveStoryAction', { sectionId, headline: 'A long story', body });
  const { ok, value, why } = answer as { ok: boolean; value: { id: string }; why?: string };
  if (!ok) throw new Error(`the desk refused: ${why}`);
  return value.id;
}

async function openStory(browser: Browser, url: string, storyId: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: url, viewport: { width: 1440, height: 900 } });
  await page.goto('/desk/sign-in');
  await page.getByLabel('Email').fill(EDITOR.email);
  await page.getByLabel('Password').fill(EDITOR.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk(?!\/sign-in)/);
  await page.goto(`/desk/stories/${storyId}`);
  const body = page.getByRole('textbox', { name: 'Text of the story' });
  const paragraphs = body.locator(':scope > p');
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  await page.evaluate(watchKeys);
  return page;
}

type Watched = typeof globalThis & { keyCosts: number[] };

/**
 * Runs in the page. A key costs the time until its letter is in the text, the work on it up to the layout,
 * and the frame that paints it; not the time in which the browser only waits for its next frame. That
 * frame may come before the page's turn to measure the layout, and is counted once.
 */
function watchKeys(): void {
  const costs: number[] = [];
  (globalThis as Watched).keyCosts = costs;
  const soon = (work: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage(null);
  };
  let pressed = 0;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
  const typed = () => {
    const from = pressed;
    let worked: number | undefined;
    soon(() => {
      if (worked !== undefined) return;
      document.body.getBoundingClientRect();
      worked = performance.now() - from;
    });
    requestAnimationFrame(() => {
      const frame = performance.now();
      const before = worked ?? frame - from;
      worked = before;
      soon(() => costs.push(before + performance.now() - frame));
    });
  };
  addEventListener('input', typed, { capture: true });
}

async function typeKeys(page: Page, count: number): Promise<number[]> {
  const text = 'the quick boat goes on and on ';
  await page.evaluate(() => {
    (globalThis as Watched).keyCosts.length = 0;
  });
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.press(
      text[key % text.length] === ' ' ? 'Space' : (text[key % text.length] ?? 'x'),
    );
    await page.waitForTimeout(key % BURST === BURST - 1 ? PAUSE_MS : KEY_MS);
  }
  return page.evaluate(() => (globalThis as Watched).keyCosts);
}
