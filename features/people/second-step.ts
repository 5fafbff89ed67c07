/** How the half of the sign-in in the browser hears that a code is asked for; the ticket follows. */
export const CODE_WANTED = 'code-wanted:';
