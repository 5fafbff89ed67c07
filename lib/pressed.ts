/**
 * A route handler that answers a form names here the internal page (`/form/…`) that the door sends
 * in its place with the same status: a form with errors is an ordinary page and needs no script.
 */
export const RENDER_HEADER = 'x-dateline-render';

/** Set by the door from the connection, whatever the client sent: who to count limits against. */
export const PLACE_HEADER = 'x-dateline-place';
