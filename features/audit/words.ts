export type Did = { before: string; after: string; named: boolean };

/** What each act is in a sentence: `{}` is the name of the thing, `#` the number of a revision. */
const WORDS: Record<string, string> = {
  'assignment.hand-over': 'handed over the assignments of {}',
  'author.add': 'added {} to those whom bylines name',
  'banner.end': 'took the banner from every page',
  'banner.set': 'put a banner on every page',
  'comment.answer-appeal': 'answered the appeal of {}',
  'comment.appeal': 'took in the appeal of {}',
  'comment.approve': 'approved the comment of {}',
  'comment.ban': 'banned {}',
  'comment.close-thread': 'closed the thread of {}',
  'comment.ask-address': 'asked for the address behind the comment of {}',
  'comment.grant-address': 'consented to the request for the address behind the comment of {}',
  'comment.delete': 'took away the own comment of {}',
  'comment.edit': 'changed the own comment of {}',
  'comment.hold': 'placed a hold on the comment of {}',
  'comment.keep': 'let the reported comment of {} stand',
  'comment.lift-ban': 'lifted a ban of {}',
  'comment.lift-hold': 'lifted a hold on the comment of {}',
  'comment.note': 'wrote a note on the comment of {}',
  'comment.open-thread': 'opened the thread of {} again',
  'comment.pick': 'pointed at the comment of {}',
  'comment.put-back': 'put the comment of {} back to what waits',
  'comment.post': 'sent in the comment of {}',
  'comment.redact': 'redacted a comment',
  'comment.refuse-address': 'refused the request for the address behind the comment of {}',
  'comment.reject': 'rejected the comment of {}',
  'comment.remove-sample': 'took away the comments of the sample newsroom',
  'comment.set-aside': 'set the comment of {} aside',
  'comment.take-back-address-request':
    'took back the request for the address behind the comment of {}',
  'comment.report': 'reported the comment of {}',
  'comment.reopen-reports': 'took up again what was reported about the comment of {}',
  'comment.undo': 'took back the decision about the comment of {}',
  'comment.unpick': 'does not point at the comment of {} any more',
  'commenter.allow-letters': 'let letters come to the own address again',
  'commenter.confirm': 'confirmed the own address by a mailed link',
  'commenter.end-letters': 'ended letters to the own address',
  'commenter.erase': 'had the own address erased',
  'commenter.refuse-letters': 'refused all letters to the own address',
  'front.arrange': 'arranged a front',
  'front.restore': 'brought back an older arrangement of a front',
  'keys.rotate': 'began to change the keys of addresses',
  'person.add': 'added {} to the staff',
  'person.add-app': 'set up an authenticator app for {}',
  'person.add-passkey': 'made a passkey for {}',
  'person.change-password': 'changed the password of {}',
  'person.change-roles': 'changed the roles of {}',
  'person.deactivate': 'closed the account of {}',
  'person.invite': 'invited {}',
  'person.invite-again': 'made a new link for the invitation of {}',
  'person.join': 'came by an invitation: {}',
  'person.make-reset-link': 'made a link for a new password of {}',
  'person.remove-passkey': 'removed a passkey of {}',
  'person.rename-passkey': 'renamed a passkey of {}',
  'person.renew-recovery-codes': 'made new recovery codes for {}',
  'person.reset-password': 'set a new password of {} by a link',
  'person.reset-second-step': 'took off app and passkeys of {}',
  'person.take-back-invitation': 'took back the invitation of {}',
  'person.take-off-app': 'took off the authenticator app of {}',
  'person.use-recovery-code': 'used a recovery code of {}',
  'picture.add': 'added the picture {}',
  'picture.change': 'changed what is said of the picture {}',
  'picture.end-rights': 'took the picture {} from readers when its rights ended',
  'picture.focal': 'set the focal point of the picture {}',
  'picture.hold': 'placed a hold on the picture {}',
  'picture.lift-hold': 'lifted a hold on the picture {}',
  'picture.redact': 'redacted {}',
  'picture.remove-sample': 'took away the pictures of the sample newsroom',
  'picture.replace': 'replaced the picture {} everywhere',
  'proof.make': 'tried to prove that commenters’ addresses reach nobody',
  'sample.add': 'added the sample newsroom',
  'sample.add-archive': 'made up an archive',
  'sample.remove': 'took away the sample newsroom',
  'section.add': 'added the section {}',
  'section.change': 'changed the section {}',
  'section.order': 'put the sections in another order',
  'session.end': 'signed out somewhere else',
  'session.end-others': 'signed out everywhere else',
  'session.open': 'signed in',
  'settings.change': 'changed the settings',
  'settings.change-comment-policy': 'changed what is asked of comments',
  'settings.change-logo': 'changed the logo',
  'site.restore': 'brought the site back from a backup',
  'story.answer-preview': 'wrote back about {} by a secret link',
  'story.approve': 'approved # of {}',
  'story.cancel-schedule': 'cancelled the schedule of {}',
  'story.cancel-take-down': 'cancelled the take-down of {}',
  'story.close-comments': 'closed the comments under {}',
  'story.correct': 'added a correction to {}',
  'story.create': 'began {}',
  'story.discuss': 'spoke to the staff about {}',
  'story.embargo': 'put {} under embargo',
  'story.end-sharing': 'ended a secret link to {}',
  'story.hand-over': 'handed over the drafts of {}',
  'story.hold': 'placed a hold on {}',
  'story.lift-embargo': 'lifted the embargo of {}',
  'story.lift-hold': 'lifted a hold on {}',
  'story.move': 'saved # of {} at another address',
  'story.name-revision': 'named # of {}',
  'story.open-comments': 'opened the comments under {}',
  'story.publish': 'published # of {}',
  'story.redact': 'redacted revisions of {}',
  'story.reopen': 'took up again what was said about {}',
  'story.replace': 'replaced {} with #',
  'story.resolve': 'settled what was said about {}',
  'story.restore': 'restored an older text of {} as #',
  'story.return': 'returned # of {} to its writer',
  'story.reword': 'said something else to the staff about {}',
  'story.save': 'saved # of {}',
  'story.schedule': 'scheduled # of {}',
  'story.share': 'made a secret link to {}',
  'story.submit': 'sent # of {} for review',
  'story.take-back': 'took back # of {} from review',
  'story.take-back-correction': 'took back a correction of {}',
  'story.take-down': 'planned the take-down of {}',
  'story.unsay': 'took back what they had said to the staff about {}',
  'story.withdraw': 'withdrew {}',
};

/** One that nobody has found words for yet says itself: `story.lift-embargo` is "lift embargo: {}". */
function templateOf(act: string): string {
  const [, verb = act] = act.split('.');
  return WORDS[act] ?? `${verb.replaceAll('-', ' ')}: {}`;
}

export function hasWords(act: string): boolean {
  return Object.hasOwn(WORDS, act);
}

/** What stands before and after the name of the thing, where it is named at all. */
export function didWords(act: string, revision: number | null): Did {
  const which = revision === null ? 'a revision' : `revision ${revision}`;
  const [before = '', after] = templateOf(act).replace('#', which).split('{}');
  return { before: before.trim(), after: after?.trim() ?? '', named: after !== undefined };
}

/** The same without a thing, for a list to choose from: "published". */
export function actName(act: string): string {
  const [noun = ''] = act.split('.');
  const words = templateOf(act).replace('# of {}', '').replace('#', '').replace('{}', '');
  return `${noun}: ${words.replace(/[\s:]+/g, ' ').trim()}`;
}

export const KNOWN_ACTS: readonly string[] = Object.keys(WORDS);
