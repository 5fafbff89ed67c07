'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { commentPrivacyPath } from '#lib/paths.ts';

type Props = { typed?: string; wrong?: Record<string, string> };

const WRONG = {
  'aria-describedby': 'ask-email-wrong',
  'aria-invalid': true,
  autoFocus: true,
} as const;

/** Asks for the link to what is held. Whatever address is typed, the answer is the same. */
export function AskForm({ typed, wrong = {} }: Props) {
  return (
    <form
      acceptCharset="utf-8"
      action={commentPrivacyPath()}
      className="reply"
      method="post"
      noValidate
    >
      <div className="field">
        <label htmlFor="ask-email">Email</label> <span aria-hidden="true">*</span>
        <input
          {...(wrong.email ? WRONG : {})}
          autoComplete="email"
          defaultValue={typed}
          id="ask-email"
          name="email"
          required
          type="email"
        />
        {wrong.email && (
          <p className="wrong" id="ask-email-wrong">
            {wrong.email}
          </p>
        )}
      </div>
      <div hidden={!wrong.website}>
        <label htmlFor="ask-website">Please leave this empty</label>
        <input autoComplete="off" id="ask-website" name="website" tabIndex={-1} type="text" />
        {wrong.website && <p className="wrong">{wrong.website}</p>}
      </div>
      <p>
        <button type="submit">Send me the link</button>
      </p>
    </form>
  );
}
