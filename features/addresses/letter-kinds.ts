import type { Mail } from '#lib/mail.ts';

/**
 * What may be mailed to commenters: a closed list. No payload holds an address, and none leads to one:
 * who gets a letter is known to the mailer alone.
 */
export type LetterContent =
  | { kind: 'confirm'; payload: { commentId: string } }
  | { kind: 'comment-decided'; payload: { commentId: string } }
  | { kind: 'comment-answered'; payload: { commentId: string; parentId: string } }
  | { kind: 'own-data'; payload: Record<string, never> }
  | { kind: 'disclosure'; payload: { requestId: string } };

/** A letter whose turn it is. `identityId` is null if the address that was typed is nobody's here. */
export type OpenedLetter = LetterContent & { id: string; identityId: string | null };

/** What a letter says. It goes to whom it was queued for, unless it names somebody else. */
export type Composed = Omit<Mail, 'to'> & { to?: string };

/** For the one kind of letter that tells an address, to somebody who may know it by law. */
type AddressOf = (identityId: string) => Promise<string | null>;

/** Who writes which kind of letter. Null if there is nothing to say any more. */
export type Letters = {
  [K in LetterContent['kind']]: (
    letter: OpenedLetter & { kind: K },
    addressOf: AddressOf,
  ) => Promise<Composed | null>;
};
