/**
 * Who may do what besides stories. Written by hand, one letter a person in the order of PEOPLE: Y done;
 * n refused with the reason; 0 there is no such thing for this person (404).
 */
export const PEOPLE = [
  'admin',
  'admin of the section',
  'editor',
  'editor of the section',
  'editor of another section',
  'reporter',
  'reporter of the section',
  'contributor',
  'contributor of the section',
  'moderator',
  'moderator of the section',
  'somebody without a role',
  'nobody signed in',
] as const;

export type Person = (typeof PEOPLE)[number];

/** Only an administrator of the whole site. */
const ADMIN = 'Ynnnnnnnnnnnn';

export const OTHERS: Record<string, string> = {
  'begin a story in the section': 'YYYYnYYYYnnnn',
  'see the pictures': 'YYYYYYYYYnnnn',
  'add a picture': 'YYYYYYYnnnnnn',
  'change somebody’s picture': 'YYYYYnnnn0000',
  'replace a picture everywhere': 'YYYYYnnnnnnnn',
  'hold a picture': 'Ynnnnnnnn0000',
  'redact a picture': 'Ynnnnnnnn0000',
  'answer a comment': 'YYYYnYYnnYYnn',
  'decide about a waiting comment': 'YYYY00000YY00',
  'decide about a public comment': 'YYYYnnnnnYYnn',
  'see the comments that wait': 'YYYYYnnnnYYnn',
  'write a note on a comment': 'YYYY00000YY00',
  'ban somebody from a thread': 'YYYY00000YY00',
  'ban somebody from the site': 'YnYn00000Yn00',
  'close a thread': 'YYYY00000YY00',
  'answer somebody’s appeal': 'YYYY00000YY00',
  'change the rules for comments of the site': ADMIN,
  'change the rules for comments of the section': 'YYYYnnnnnnnnn',
  'change the rules for comments of the story': 'YYYYnnnnnYYnn',
  'hold a waiting comment': 'Ynnn00000nn00',
  'redact a waiting comment': 'YYYY00000nn00',
  'redact a public comment': 'YYYYnnnnnnnnn',
  'arrange the home front': 'Y0Y00n0000000',
  'arrange the section’s front': 'YYYY0nn000000',
  'set the breaking banner': 'YnYnnnnnnnnnn',
  'pitch an assignment': 'YYYYnYYYYnnnn',
  'change somebody’s assignment': 'YYYY0nn000000',
  'move somebody’s assignment': 'YYYY0nn000000',
  'drop somebody’s assignment': 'YYYY0nn000000',
  'add a section': ADMIN,
  'change a section': ADMIN,
  'change the settings': ADMIN,
  'see the staff': ADMIN,
  'add somebody to the staff': ADMIN,
  'invite somebody': ADMIN,
  'make a link for a new password': ADMIN,
  'reset a second step': ADMIN,
  'change roles': ADMIN,
  'hand over drafts': ADMIN,
  'close an account': ADMIN,
  'read the audit log': ADMIN,
  'change the keys of addresses': 'nnnnnnnnnnnnn',
  'add the sample newsroom': ADMIN,
  'take away the sample newsroom': ADMIN,
  'comment as a reader': 'YYYYYYYYYYYYY',
};
