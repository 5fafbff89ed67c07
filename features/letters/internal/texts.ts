import { isolated, type Letter, type Piece } from '#features/letters/internal/layout.ts';
import type { AddressKeeping } from '#features/site/views.ts';

/** What each letter says about where it is from. */
export type Paper = { name: string };

/** The headline of a story, or nothing while readers do not have it. */
type Headline = string | null;

const onStory = (headline: Headline) =>
  headline === null ? 'a story that is not public now' : `“${isolated(headline)}”`;
/** Subjects stand in lists, where a mark of direction would be seen as a box. */
const inSubject = (headline: Headline) => (headline === null ? 'a story' : `“${headline}”`);

/**
 * Asks whether the address is theirs. Anybody can have this sent to anybody by typing an address, so
 * nothing that was typed is in it.
 */
export function confirmLetter({
  paper,
  headline,
  addresses,
  wanted,
  confirmUrl,
  unsubscribeUrl,
}: {
  paper: Paper;
  headline: Headline;
  addresses: AddressKeeping;
  /** Whether letters about the comment were asked for. */
  wanted: boolean;
  confirmUrl: string;
  unsubscribeUrl: string;
}): Letter {
  const effect: Record<AddressKeeping['keep'], string> = {
    none: 'We keep no address of anybody who comments: this one is forgotten with this letter.',
    verify:
      'This letter is the only one. With it we forget the address; what stays is a mark that knows it again and that nobody can read.',
    notify: wanted
      ? 'Letters about that comment were asked for. They begin once you have confirmed, and not before.'
      : 'No letters were asked for. Confirming tells our moderators that the address is somebody’s, and not which one it is.',
  };
  return {
    subject: `Is this your address? A comment at ${paper.name}`,
    pieces: [
      `Somebody, probably you, commented on ${onStory(headline)} at ${isolated(paper.name)} and gave this address.`,
      { act: 'Confirm that it is yours', url: confirmUrl },
      effect[addresses.keep],
      'If it was not you, you need not do anything: the address appears nowhere, and nobody at the newspaper can see it.',
    ],
    ending: { url: unsubscribeUrl, says: 'Never write to this address again' },
  };
}

const END_NOTICES = 'Send me no more letters about my comments';

/** Somebody answered. Both comments are public, so it may say what was said. */
export function answeredLetter({
  paper,
  headline,
  answer,
  url,
  unsubscribeUrl,
}: {
  paper: Paper;
  headline: Headline;
  answer: { name: string; staff: boolean; text: string };
  url: string;
  unsubscribeUrl: string;
}): Letter {
  const by = answer.staff ? `${isolated(answer.name)} (of the newsroom)` : isolated(answer.name);
  return {
    subject: `An answer to your comment on ${inSubject(headline)}`,
    pieces: [
      `Your comment on ${onStory(headline)} at ${isolated(paper.name)} was answered.`,
      { quote: answer.text, by },
      { act: 'Read it where it stands', url },
    ],
    ending: { url: unsubscribeUrl, says: END_NOTICES },
  };
}

export type Decision =
  | { verdict: 'approved'; url: string }
  /** The house rule that it breaks, in words, and what the moderator says; each may be empty. */
  | { verdict: 'rejected'; rule: string; reason: string };

/**
 * What became of a comment. The comment itself is not in it: whoever knows an address can comment
 * under it, and would have us mail the words to its owner.
 */
export function decidedLetter({
  paper,
  headline,
  decision,
  unsubscribeUrl,
}: {
  paper: Paper;
  headline: Headline;
  decision: Decision;
  unsubscribeUrl: string;
}): Letter {
  const published = decision.verdict === 'approved';
  const place = `${onStory(headline)} at ${isolated(paper.name)}`;
  const pieces: readonly Piece[] =
    decision.verdict === 'approved'
      ? [`Your comment on ${place} is published.`, { act: 'See it there', url: decision.url }]
      : [
          `Your comment on ${place} was not published.`,
          ...whyNot(decision),
          'The page that you came to when you had sent it says more, and is where you can object.',
        ];
  return {
    subject: `Your comment on ${inSubject(headline)} ${published ? 'is published' : 'was not published'}`,
    pieces,
    ending: { url: unsubscribeUrl, says: END_NOTICES },
  };
}

function whyNot({ rule, reason }: { rule: string; reason: string }): Piece[] {
  if (!rule && !reason) return ['The moderator gave no reason.'];
  return [
    ...(rule ? [rule] : []),
    ...(reason ? [{ quote: reason, by: 'The moderator says' }] : []),
  ];
}

/** The link to everything that is held about somebody. */
export function ownDataLetter({
  paper,
  url,
  until,
  unsubscribeUrl,
}: {
  paper: Paper;
  url: string;
  until: string;
  unsubscribeUrl: string;
}): Letter {
  return {
    subject: `What ${paper.name} holds about you`,
    pieces: [
      `Somebody, probably you, asked what ${isolated(paper.name)} holds about whoever comments from this address.`,
      { act: 'See it, take it with you, or have it erased', url },
      `The link opens once, until ${until}.`,
      'If it was not you, you need not do anything: nothing is shown or changed until the link is used, and only this letter has it.',
    ],
    ending: { url: unsubscribeUrl, says: END_NOTICES },
  };
}

/**
 * The answer to a request of the law, to the mailbox of whoever made it. It is the one letter that
 * says an address, and it goes to no commenter.
 */
export function disclosureLetter({
  paper,
  address,
  reason,
  consentedBy,
  commentUrl,
}: {
  paper: Paper;
  /** Null if it is not held any more. */
  address: string | null;
  reason: string;
  consentedBy: string;
  commentUrl: string;
}): Letter {
  return {
    subject: `The answer to your request for an address at ${paper.name}`,
    pieces: [
      `You asked for the address behind a comment, and ${isolated(consentedBy)} consented.`,
      { act: 'The comment', url: commentUrl },
      { quote: reason, by: 'Your reason' },
      address === null
        ? 'The address is not held any more: its time was over, or its owner had it erased. There is nothing that it could be made from.'
        : { quote: address, by: 'The address' },
      'It is in this letter and on no page. Keep the letter no longer than what it was asked for takes.',
    ],
  };
}
