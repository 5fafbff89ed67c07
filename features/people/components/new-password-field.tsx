'use client';

import { useEffect, useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { judgePasswordAction } from '#features/people/actions.ts';
import { MIN_PASSWORD } from '#features/people/password-length.ts';

type Props = {
  label?: string;
  name?: string;
  error: string | undefined;
  /** Of whom it is to be the password: their name and address are no password. */
  known: { email?: string; name?: string };
};

const PAUSE_MS = 400;

/** A new password, with what is wrong about it while it is typed; the server says the same again. */
export function NewPasswordField({ label = 'Password', name = 'password', error, known }: Props) {
  const [typed, setTyped] = useState('');
  const [judged, setJudged] = useState({ typed: '', said: '' });
  const { email = '', name: whose = '' } = known;
  const length = [...typed].length;
  useEffect(() => {
    if (length < MIN_PASSWORD) return undefined;
    const pause = setTimeout(async () => {
      const said = await judgePasswordAction(typed, { email, name: whose }).catch(() => '');
      setJudged({ typed, said });
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, length, email, whose]);
  const current = judged.typed === typed && length >= MIN_PASSWORD;
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      required
      minLength={MIN_PASSWORD}
      error={current && judged.said ? judged.said : error}
      onChange={(event) => setTyped(event.target.value)}
      hint={hintOf(length, current && !judged.said)}
    />
  );
}

function hintOf(length: number, good: boolean): string {
  if (good) return `${length} characters: good.`;
  if (length > 0 && length < MIN_PASSWORD)
    return `${length} of at least ${MIN_PASSWORD} characters.`;
  return `At least ${MIN_PASSWORD} characters. A few words that only you would put together are better than signs and digits.`;
}
