/** What a form's handler leaves for the page that shows the form again; it goes to whoever typed it. */
export type RefusedForm = { why: string; wrong: Record<string, string> } & (
  | { form: 'ask'; email: string }
  | { form: 'erase'; token: string; texts: string }
);
