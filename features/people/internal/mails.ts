import { lastsUntil } from '#features/people/internal/links.ts';
import type { Site } from '#features/site/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import { element, joined } from '#lib/html.ts';
import type { Mail } from '#lib/mail.ts';
import { joinPath, resetPath } from '#lib/paths.ts';

type Linked = { person: { email: string; name: string }; token: string; site: Site };

/** The mail that brings a link: what it is for, the link, how long it is good, what else to do. */
export function linkMail(purpose: 'invite' | 'reset', { person, token, site }: Linked): Mail {
  const { siteUrl } = env();
  const until = dateAndTime(lastsUntil(purpose), { ...site, language: 'en' });
  const words =
    purpose === 'invite'
      ? {
          subject: `Come to the desk of ${site.name}`,
          opening: `You are invited to work at the desk of ${site.name}. Choose your name and a password here:`,
          url: siteUrl + joinPath(token),
          closing: 'If you did not expect this, you need not do anything.',
        }
      : {
          subject: `A new password for ${site.name}`,
          opening: `Somebody, probably you, asked for a new password for the desk of ${site.name}. Set it here:`,
          url: siteUrl + resetPath(token),
          closing:
            'If it was not you, you need not do anything: your password stays as it is until the link is used.',
        };
  const lasts = `The link is good for one use, until ${until}.`;
  const greeting = person.name ? `Hello ${person.name},` : 'Hello,';
  return {
    to: person.email,
    from: site.name,
    subject: words.subject,
    text: [greeting, words.opening, words.url, lasts, words.closing, ''].join('\n\n'),
    html: element(
      'html',
      { lang: 'en' },
      element('head', {}, element('title', {}, words.subject)),
      element(
        'body',
        { style: 'font:16px/1.5 system-ui,sans-serif;max-width:34em' },
        ...[greeting, words.opening].map((line) => element('p', {}, line)),
        element('p', {}, element('a', { href: words.url }, words.url)),
        joined(...[lasts, words.closing].map((line) => element('p', {}, line))),
      ),
    ),
  };
}
