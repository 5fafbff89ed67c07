/**
 * What becomes of a commenter's address: none is asked for; it is used once, to confirm it, and then
 * forgotten; or it is kept sealed for some days, to mail what was asked for.
 */
export const KEEPINGS = ['none', 'verify', 'notify'] as const;
export type AddressKeeping = { keep: (typeof KEEPINGS)[number]; days: number };

/** A logo's file and how large it is drawn. */
export type Logo = { file: string; width: number; height: number };

/** What readers' pages know of the newsroom. */
export type Site = {
  name: string;
  tagline: string;
  /** The language of what is around the stories: a tag like `en`. */
  language: string;
  timeZone: string;
  /** Empty: the paper's name, set in type. */
  logo: Logo | null;
  /** For dark pages, where the other could not be seen. */
  logoDark: Logo | null;
  /** Empty: the colour that Dateline comes with. */
  accent: { light: string; dark: string } | null;
  /** What the newsroom asks of those who comment; shown above the form. */
  commentPolicy: string;
  addresses: AddressKeeping;
  footerLinks: readonly { label: string; url: string }[];
};

export const DEFAULT_SITE: Site = {
  name: 'The Dateline',
  tagline: 'News, with its place and its hour',
  language: 'en',
  timeZone: 'UTC',
  logo: null,
  logoDark: null,
  accent: null,
  commentPolicy: '',
  addresses: { keep: 'notify', days: 180 },
  footerLinks: [],
};
