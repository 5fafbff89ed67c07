/** What the handler of a report leaves for the page that the door renders in place of its answer. */
export type RefusedReport = { commentId: string; wrong: string; reason: string; note: string };
