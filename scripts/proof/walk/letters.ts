import { HOST, textOf } from '#scripts/proof/asking.ts';
import type { Person } from '#scripts/proof/cast.ts';
import { formsIn } from '#scripts/proof/forms.ts';
import { linksIn } from '#scripts/proof/links.ts';
import { mailsOf } from '#scripts/proof/mails.ts';
import type { Pair } from '#scripts/proof/pair.ts';
import { fromBoth } from '#scripts/proof/walk/writing.ts';

/** The page from which somebody without an account asks what is held about them. */
const ASK_AT = '/privacy/comments';

/** These people ask, each site from the address that it has of them, for what is held about them. */
export async function askWhatIsHeld(pair: Pair, people: readonly Person[]): Promise<void> {
  const page = await pair.ask('asking what is held', { method: 'GET', path: ASK_AT, headers: {} });
  const form = formsIn(textOf(page), ASK_AT).find(
    ({ method, fields }) => method === 'POST' && fields.some(({ name }) => name === 'email'),
  );
  if (!form) throw new Error(`there is no form at ${ASK_AT}`);
  for (const by of people) {
    await pair.askEach('asking what is held', fromBoth(form, { text: 'x', name: 'x', by }));
  }
  await pair.order({ do: 'settle' });
}

/** The addresses that were mailed: those who got them go there. Both sites mailed the same ones. */
export function mailedLinks(pair: Pair): string[] {
  const [one] = pair.twins;
  const links = [...mailsOf(one.dataDir).values()].flatMap((mail) =>
    [...mail.matchAll(/https?:\/\/[^\s"<>]+/g)].flatMap(([link]) =>
      linksIn(`href="${link}"`, `http://${HOST}/`),
    ),
  );
  return [...new Set(links)];
}
