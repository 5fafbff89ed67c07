import { identityTransaction, readIdentity } from '#db/identity.ts';
import { read } from '#db/store.ts';
import { consentOf, mayWrite } from '#features/addresses/consents.ts';
import type { Composed, Letters } from '#features/addresses/letter-kinds.ts';
import {
  type LetterLink,
  linkLastsUntil,
  linksWithinADay,
  mintLetterLink,
} from '#features/addresses/links.ts';
import {
  commentForLetters,
  decisionOf,
  grantedRequest,
  wishOf,
} from '#features/letters/internal/comments.ts';
import { composed } from '#features/letters/internal/layout.ts';
import {
  answeredLetter,
  confirmLetter,
  decidedLetter,
  disclosureLetter,
  ownDataLetter,
} from '#features/letters/internal/texts.ts';
import { mailboxOf } from '#features/people/queries.ts';
import { ruleNamed } from '#features/screening/rules.ts';
import { siteSettings } from '#features/site/queries.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { dateAndTime } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import {
  absolute,
  commentLawPath,
  commentPath,
  confirmPath,
  openHeldPath,
  unsubscribePath,
} from '#lib/paths.ts';

type Written<K extends keyof Letters> = Parameters<Letters[K]>[0];
type Receiver = { identityId: string; letterId: string };

/** As often as somebody is sent the link in a day, whoever types the address. */
const LINKS_A_DAY = 3;

/** By it a decision that comes twice is one letter, and an overtaken one is seen to be. */
export const decidedLetterId = (decisionId: string) => `decided ${decisionId}`;

export async function writeConfirm(letter: Written<'confirm'>): Promise<Composed | null> {
  const { id: letterId, identityId, payload } = letter;
  const paper = await siteSettings();
  const comment = await commentForLetters(payload.commentId);
  if (!identityId || !comment) return null;
  // Whoever advertises would have us write to all the world.
  if (comment.state === 'rejected' || comment.lane === 'spam') return null;
  const { confirmedAt, refusedAt } = await consentOf(readIdentity(), identityId);
  const to = { identityId, letterId };
  if (confirmedAt || refusedAt || paper.addresses.keep === 'none') return null;
  // Anybody can have this letter sent to anybody.
  if ((await linksWithinADay(readIdentity(), 'confirm', to)) > 0) return null;
  const { headline } = await storyOf(comment.storyId);
  const about = {
    paper,
    headline,
    addresses: paper.addresses,
    wanted: (await wishOf(comment.id)) !== null,
    confirmUrl: await linkTo('confirm', confirmPath, to),
    unsubscribeUrl: await linkTo('unsubscribe', unsubscribePath, to),
  };
  return composed(confirmLetter(about), paper.name);
}

export async function writeAnswered(letter: Written<'comment-answered'>): Promise<Composed | null> {
  const { id: letterId, identityId, payload } = letter;
  const answer = await commentForLetters(payload.commentId);
  if (!identityId || !answer?.shown) return null;
  const { headline, path } = await storyOf(answer.storyId);
  if (!path) return null;
  if (!(await isWanted(identityId, payload.parentId))) return null;
  const paper = await siteSettings();
  const about = {
    paper,
    headline,
    answer: { ...answer.shown, staff: answer.staff },
    url: absolute(env().siteUrl, commentPath(path, answer.id)),
    unsubscribeUrl: await linkTo('unsubscribe', unsubscribePath, { identityId, letterId }),
  };
  return composed(answeredLetter(about), paper.name);
}

export async function writeDecided(letter: Written<'comment-decided'>): Promise<Composed | null> {
  const { id: letterId, identityId, payload } = letter;
  const comment = await commentForLetters(payload.commentId);
  const decision = await decisionOf(payload.commentId);
  if (!identityId || !comment || !decision) return null;
  // Taken back or overtaken since it was queued.
  if (letterId !== decidedLetterId(decision.id) || decision.verdict !== comment.state) return null;
  if (!(await isWanted(identityId, comment.id))) return null;
  const { headline, path } = await storyOf(comment.storyId);
  const isThere = comment.shown !== null && path !== null;
  if (decision.verdict === 'approved' && !isThere) return null;
  const paper = await siteSettings();
  const about = {
    paper,
    headline,
    decision:
      decision.verdict === 'approved' && path
        ? {
            verdict: 'approved' as const,
            url: absolute(env().siteUrl, commentPath(path, comment.id)),
          }
        : {
            verdict: 'rejected' as const,
            rule: ruleNamed(decision.rule)?.words ?? '',
            reason: decision.reason,
          },
    unsubscribeUrl: await linkTo('unsubscribe', unsubscribePath, { identityId, letterId }),
  };
  return composed(decidedLetter(about), paper.name);
}

/** To nobody whose address is not known here: the web process does not know either. */
export async function writeOwnData(letter: Written<'own-data'>): Promise<Composed | null> {
  const { id: letterId, identityId } = letter;
  if (!identityId) return null;
  const to = { identityId, letterId };
  if ((await linksWithinADay(readIdentity(), 'open', to)) >= LINKS_A_DAY) return null;
  const paper = await siteSettings();
  const about = {
    paper,
    url: await linkTo('open', openHeldPath, to),
    until: dateAndTime(linkLastsUntil('open'), { ...paper, language: 'en' }),
    unsubscribeUrl: await linkTo('unsubscribe', unsubscribePath, to),
  };
  return composed(ownDataLetter(about), paper.name);
}

/** To the mailbox of whoever asked by law, if that is still somebody of the staff. */
export async function writeDisclosure(
  { identityId, payload }: Written<'disclosure'>,
  addressOf: (identityId: string) => Promise<string | null>,
): Promise<Composed | null> {
  const request = await grantedRequest(payload.requestId);
  const asker = request && (await mailboxOf(request.askedBy));
  if (!request || !asker) return null;
  const { name } = await siteSettings();
  const letter = disclosureLetter({
    paper: { name },
    address: identityId && (await addressOf(identityId)),
    reason: request.reason,
    consentedBy: (await mailboxOf(request.decidedBy))?.name ?? 'Somebody of the staff',
    commentUrl: absolute(env().siteUrl, commentLawPath(request.commentId)),
  });
  return { ...composed(letter, name), to: asker.email };
}

/** Both null while readers do not have it. */
async function storyOf(storyId: string): Promise<{ headline: string | null; path: string | null }> {
  const story = await discussionOf(read, storyId);
  return story?.live
    ? { headline: story.headline, path: story.path }
    : { headline: null, path: null };
}

/** Asked for with the comment, and since then neither ended nor made impossible by the settings. */
async function isWanted(identityId: string, commentId: string): Promise<boolean> {
  const { addresses } = await siteSettings();
  const askedAt = await wishOf(commentId);
  if (addresses.keep !== 'notify' || !askedAt) return false;
  return mayWrite(await consentOf(readIdentity(), identityId), askedAt);
}

async function linkTo(
  purpose: LetterLink,
  path: (token: string) => string,
  to: Receiver,
): Promise<string> {
  const token = await identityTransaction((tx) => mintLetterLink(tx, purpose, to));
  return absolute(env().siteUrl, path(token));
}
