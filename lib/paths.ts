/**
 * Every address is spelled here and nowhere else. Paths are plain text (decoded); `href` makes what
 * goes into a page or a header.
 */
export function href(path: string): string {
  return encodeURI(path);
}

/** The whole address, for whoever reads it outside a page of ours. */
export function absolute(siteUrl: string, path: string): string {
  return siteUrl + href(path);
}

export const frontPath = () => '/';
export const sectionPath = (section: string, page = 1) => paged(`/${section}`, page);
export const storyPath = (section: string, slug: string) => `/${section}/${slug}`;
/** The first page of the oldest is under the story itself. */
export function commentsPath(
  story: string,
  page: number,
  order: 'oldest' | 'newest' | 'recommended' = 'oldest',
): string {
  if (order === 'oldest') return page === 1 ? story : `${story}/comments/${page}`;
  return paged(`${story}/comments/${order}`, page);
}
/** Leads to the page on which a comment stands now. */
export const commentPath = (story: string, commentId: string) => `${story}/comment/${commentId}`;
/** All answers in one thread, by the id of the comment that began it. */
export const threadPath = (story: string, threadId: string, page = 1) =>
  paged(`${story}/thread/${threadId}`, page);
/** How many comments there are, for who has the page open. */
export const commentCountPath = (story: string) => `${story}/comments/count.json`;
/** Where a comment's form is sent. */
export const postCommentPath = (story: string) => `${story}/comments`;
/** The page of its own from which one comment is answered. */
export const replyPath = (story: string, commentId: string) => `${story}/reply/${commentId}`;
/** The same page, with the comment quoted in the form. */
export const quotePath = (story: string, commentId: string) =>
  `${replyPath(story, commentId)}/quote`;
export const reportPath = (story: string, commentId: string) => `${story}/report/${commentId}`;
export const reportSentPath = (story: string, commentId: string) =>
  `${reportPath(story, commentId)}/sent`;
/** An internal page that the door sends in place of a form's answer; never the same one twice. */
export const commentErrorPath = (id: string) => `/form/comment/${id}`;
export const ownErrorPath = (id: string) => `/form/own/${id}`;
export const reportErrorPath = (id: string) => `/form/report/${id}`;
export const commentAnchor = (commentId: string) => `comment-${commentId}`;
export const topicPath = (topic: string, page = 1) => paged(`/topics/${topic}`, page);
export const placePath = (place: string, page = 1) => paged(`/places/${place}`, page);
export const authorPath = (handle: string, page = 1) => paged(`/authors/${handle}`, page);
export const correctionsPath = (page = 1) => paged('/corrections', page);
export const correctionAnchor = (correctionId: string) => `correction-${correctionId}`;
export const transparencyPath = () => '/transparency';
export const transparencyCsvPath = () => '/transparency.csv';
export const writersCommentPath = (token: string) => `/comments/${token}`;
/** What becomes of commenters' addresses, and where somebody asks for what is held. */
export const commentPrivacyPath = () => '/privacy/comments';
export const linkAskedPath = () => '/privacy/comments/asked';
export const erasedPath = () => '/privacy/comments/erased';
/** From a letter: opens once, by a button, so that a program that follows links opens nothing. */
export const openHeldPath = (token: string) => `/privacy/comments/${token}`;
export const heldPath = (token: string) => `/privacy/held/${token}`;
export const heldJsonPath = (token: string) => `/privacy/held/${token}/data.json`;
export const confirmPath = (token: string) => `/privacy/confirm/${token}`;
export const unsubscribePath = (token: string) => `/privacy/unsubscribe/${token}`;
/** Internal pages that the door sends in place of a form's answer; never the same one twice. */
export const linkErrorPath = (id: string) => `/form/privacy/${id}`;
export const appealPath = (token: string) => `/comments/${token}/appeal`;
/** An internal page that the door sends in place of an appeal's answer; never the same one twice. */
export const appealErrorPath = (id: string) => `/form/appeal/${id}`;
export const editCommentPath = (token: string) => `/comments/${token}/edit`;
export const changeCommentPath = (token: string) => `/comments/${token}/change`;
export const deleteCommentPath = (token: string) => `/comments/${token}/delete`;
/** The comments that were written in this browser. */
export const ownCommentsPath = () => '/comments';
/** Where these two are sent from every page; the comment is in the form. */
export const recommendPath = () => '/comments/act/recommend';
export const sendReportPath = () => '/comments/act/report';
export const sitemapPath = (part?: number) => (part ? `/sitemap/${part}.xml` : '/sitemap.xml');
export const feedPath = (list = '') => `${list === '/' ? '' : list}/feed.xml`;
/** One file of a picture; `file` is a name of the list in features/media/renditions.ts. */
/** With the token of a secret preview, what readers have no story with is shown there. */
export const mediaPath = (pictureId: string, file: string, token = '') =>
  `/api/media/${pictureId}/${file}${token ? `?preview=${token}` : ''}`;
/** For staff only: the file as it came, and how a picture looks that readers may not see. */
export const originalPath = (pictureId: string) => `/api/pictures/${pictureId}/original`;
export const proofPath = (pictureId: string) => `/api/pictures/${pictureId}/proof`;

/** A file of the newsroom's own, such as its logo. */
export const siteFilePath = (file: string) => `/api/site/${file}`;
/** A style sheet that says nothing but the newsroom's colour, which stands in its name. */
export const accentPath = ({ light, dark }: { light: string; dark: string }) =>
  siteFilePath(`accent-${light.slice(1)}-${dark.slice(1)}.css`);

export function searchPath(query: string, page = 1): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text ? `/search?${text}` : '/search';
}

export const deskPath = () => '/desk';
export const signInPath = () => '/desk/sign-in';
export const setUpPath = (token: string) => `/desk/setup?token=${token}`;
export function deskStoriesPath(page = 1, filter: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams(filter);
  if (page > 1) parameters.set('page', String(page));
  return parameters.size > 0 ? `/desk/stories?${parameters}` : '/desk/stories';
}
export const joinPath = (token: string) => `/desk/join?token=${token}`;
export const forgotPath = () => '/desk/forgot';
export const resetPath = (token: string) => `/desk/reset?token=${token}`;
export const secondStepPath = () => '/desk/second-step';
export const newStoryPath = () => '/desk/stories/new';
export const deskStoryPath = (storyId: string) => `/desk/stories/${storyId}`;
/** The revisions of a story; two of them, by number, beside each other. */
export function revisionsPath(
  storyId: string,
  { from, to, page = 1 }: { from?: number; to?: number; page?: number } = {},
): string {
  const parameters = new URLSearchParams();
  if (from) parameters.set('from', String(from));
  if (to) parameters.set('to', String(to));
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  const path = `/desk/stories/${storyId}/revisions`;
  return text ? `${path}?${text}` : path;
}
/** The newest text, or that of one revision by its number. */
export const previewPath = (storyId: string, revision?: number) =>
  `/desk/stories/${storyId}/preview${revision ? `?revision=${revision}` : ''}`;
/** For somebody without an account: the token is the only key. */
export const secretPreviewPath = (token: string) => `/preview/${token}`;
export const answerPreviewPath = (token: string) => `/preview/${token}/answer`;
/** An internal page that the door sends in place of such a form's answer; never the same one twice. */
export const previewErrorPath = (id: string) => `/form/preview/${id}`;
export const deskSchedulePath = () => '/desk/schedule';
/** A pile of the moderators', narrowed to what is given. */
export function deskCommentsPath(
  asked: { pile?: string; q?: string; state?: string; after?: string } = {},
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value && !(name === 'pile' && value === 'waiting')) parameters.set(name, value);
  }
  const text = parameters.toString();
  return text ? `/desk/comments?${text}` : '/desk/comments';
}
/** What an open queue asks every few seconds. */
export const queueNewsPath = () => '/api/desk/queue';
/** What is asked of comments on the whole site, in one section, or under one story. */
export function commentRulesPath(at: { section?: string; story?: string } = {}): string {
  const parameters = new URLSearchParams(at);
  return `/desk/comments/rules${parameters.size > 0 ? `?${parameters}` : ''}`;
}
export const mentionsPath = (page = 1) =>
  page === 1 ? '/desk/mentions' : `/desk/mentions?page=${page}`;
export const deskFrontsPath = () => '/desk/fronts';
export const deskFrontPath = (front: string) => `/desk/fronts/${front}`;
export function frontHistoryPath(front: string, page = 1): string {
  return `${deskFrontPath(front)}/history${page > 1 ? `?page=${page}` : ''}`;
}
/** A front as it will be at a wall-clock time, with pins that are not published yet. */
export function frontPreviewPath(front: string, { at = '', pins = '' } = {}): string {
  const parameters = new URLSearchParams();
  if (at) parameters.set('at', at);
  if (pins) parameters.set('pins', pins);
  const text = parameters.toString();
  return `${deskFrontPath(front)}/preview${text ? `?${text}` : ''}`;
}
export const bannerPath = () => '/desk/fronts/banner';
/** The board or the calendar of what is planned, narrowed to what is given. */
export function planningPath(
  narrowed: { person?: string | null; section?: string | null; view?: string; on?: string } = {},
): string {
  const { view = '', on = '', person, section } = narrowed;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ view, on, person, section })) {
    if (value) parameters.set(name, value);
  }
  const text = parameters.toString();
  return `/desk/planning${view ? '/calendar' : ''}${text ? `?${text}` : ''}`;
}
export const newAssignmentPath = (storyId = '') =>
  `/desk/planning/new${storyId ? `?story=${storyId}` : ''}`;
export const assignmentPath = (id: string) => `/desk/planning/${id}`;
export const calendarFeedPath = (token: string, only: 'mine' | 'all') =>
  `/api/calendar/${token}.ics${only === 'mine' ? '?only=mine' : ''}`;
export const deskSectionsPath = () => '/desk/sections';
export const deskPeoplePath = () => '/desk/people';
export const deskSettingsPath = () => '/desk/settings';
/** The log, with what of it is wanted: see features/audit/input.ts. */
export function deskAuditPath(filter: Record<string, string | number | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `/desk/audit?${text}` : '/desk/audit';
}
/** What readers said to a story, to answer them and to point at the best of it. */
export const deskDiscussionPath = (storyId: string, page = 1) =>
  `/desk/stories/${storyId}/comments${page > 1 ? `?page=${page}` : ''}`;
export const storyLogPath = (storyId: string, before?: number) =>
  `/desk/stories/${storyId}/log${before ? `?before=${before}` : ''}`;
export function deskPicturesPath(page = 1, { q = '', show = 'all' } = {}): string {
  const parameters = new URLSearchParams();
  if (q) parameters.set('q', q);
  if (show !== 'all') parameters.set('show', show);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text ? `/desk/pictures?${text}` : '/desk/pictures';
}
export const deskPicturePath = (pictureId: string) => `/desk/pictures/${pictureId}`;
/** Where an open editor sends what is typed, and says that it is open. */
export const autosavePath = () => '/api/desk/autosave';
export const presencePath = () => '/api/desk/presence';
export const storyLawPath = (storyId: string, page = 1) =>
  `/desk/stories/${storyId}/law${page > 1 ? `?page=${page}` : ''}`;
export const pictureLawPath = (pictureId: string) => `/desk/pictures/${pictureId}/law`;
export const commentLawPath = (commentId: string) => `/desk/comments/${commentId}/law`;
export const addressRequestsPath = () => '/desk/comments/addresses';
export const accountPath = () => '/desk/account';

function paged(path: string, page: number): string {
  return page > 1 ? `${path}/page/${page}` : path;
}

/** The number of a page as an address has it; without one it is the first, and null is no page. */
export function pageNumber(text: unknown): number | null {
  if (text === undefined) return 1;
  return typeof text === 'string' && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

/**
 * First parts of addresses that mean something else than a section, now or by the contract. A section
 * of such a name could never be read.
 */
export const RESERVED_SECTIONS: ReadonlySet<string> = new Set([
  'about',
  'api',
  'app',
  'archive',
  'assets',
  'at',
  'atom.xml',
  'authors',
  'comments',
  'corrections',
  'desk',
  'favicon.ico',
  'feed',
  'feed.json',
  'feed.xml',
  'fonts',
  'form',
  'fronts',
  'healthz',
  'history',
  'humans.txt',
  'live',
  'media',
  'news-sitemap.xml',
  'newsletter',
  'page',
  'places',
  'preview',
  'privacy',
  'public',
  'readyz',
  'results',
  'robots.txt',
  'rss',
  'search',
  'security.txt',
  'sitemap',
  'sitemap.xml',
  'static',
  'status',
  'topics',
  'transparency',
  'transparency.csv',
  'wp-admin',
  'wp-json',
  'wp-login.php',
  '_next',
  '.well-known',
]);

/** Second parts of addresses that a story's slug may not take from its section. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'page',
  'feed.xml',
  'atom.xml',
  'feed.json',
  'comments',
  'history',
]);

/** Lower-case letters and digits of any script, in words joined by single hyphens. */
export const SLUG =
  /^[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]+)*$/u;
export const MAX_SLUG = 80;

/** "Été à Paris : l'essentiel" → "ete-a-paris-l-essentiel". Empty if nothing is left. */
export function slugify(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[đĐ]/g, 'd')
    .replace(/[łŁ]/g, 'l')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= MAX_SLUG) return plain;
  const cut = plain.slice(0, MAX_SLUG + 1);
  const word = cut.lastIndexOf('-');
  return word > 20 ? cut.slice(0, word) : plain.slice(0, MAX_SLUG).replace(/-+$/, '');
}
