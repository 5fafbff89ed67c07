/** What the form's handler leaves for the page that is sent in its place. */
export type RefusedAppeal = { token: string; typed: { text: string; why: string } };
