import { KeepingNote, NotifyBox } from '#features/comments/components/address-keeping.tsx';
import { MAX_TEXT } from '#features/screening/comment-policy.ts';
import type { AddressKeeping } from '#features/site/views.ts';
import { href, ownCommentsPath, postCommentPath } from '#lib/paths.ts';

export type Typed = {
  text: string;
  name: string;
  email: string;
  notify: boolean;
  parentId: string | null;
  recognise?: boolean;
};

type Props = {
  storyPath: string;
  /** What becomes of the address, if one is asked for. */
  addresses: AddressKeeping;
  /** What is answered, where it is another comment. */
  parent?: { id: string; name: string } | null;
  typed?: Typed;
  /** What is wrong, by the name of its field. */
  wrong?: Record<string, string>;
};

const FIELDS = ['text', 'name', 'email', 'website'] as const;

/** The form under a story. It needs no script, and keeps what was typed when something is wrong. */
export function CommentForm({ storyPath, addresses, parent = null, typed, wrong = {} }: Props) {
  const firstWrong = FIELDS.find((field) => wrong[field]);
  const of = (field: (typeof FIELDS)[number]) => ({
    why: wrong[field],
    autoFocus: field === firstWrong,
  });
  return (
    <form
      acceptCharset="utf-8"
      action={href(postCommentPath(storyPath))}
      className="reply"
      method="post"
      noValidate
    >
      {parent && <input name="parentId" type="hidden" value={parent.id} />}
      <CommentField typed={typed?.text} {...of('text')} />
      <div className="two">
        <Field label="Name" name="name" {...of('name')}>
          {(shared) => (
            <input
              {...shared}
              autoComplete="name"
              defaultValue={typed?.name}
              dir="auto"
              type="text"
            />
          )}
        </Field>
        {addresses.keep !== 'none' && (
          <Field label="Email" name="email" {...of('email')}>
            {(shared) => (
              <input {...shared} autoComplete="email" defaultValue={typed?.email} type="email" />
            )}
          </Field>
        )}
      </div>
      <p className="check">
        <input
          defaultChecked={typed?.recognise}
          id="comment-recognise"
          name="recognise"
          type="checkbox"
          value="1"
        />
        <label htmlFor="comment-recognise">Let readers recognise me under other stories</label>
      </p>
      <NotifyBox addresses={addresses} asked={typed?.notify} />
      <div hidden={!wrong.website}>
        <label htmlFor="comment-website">Please leave this empty</label>
        <input autoComplete="off" id="comment-website" name="website" tabIndex={-1} type="text" />
        {wrong.website && <p className="wrong">{wrong.website}</p>}
      </div>
      <p className="two-buttons">
        <button type="submit">Post Comment</button>{' '}
        <button className="quiet" name="preview" type="submit" value="1">
          Preview
        </button>{' '}
        <a className="meta" href={ownCommentsPath()}>
          What you wrote
        </a>
      </p>
      <KeepingNote addresses={addresses} />
      <script src="/proof.js" type="module" />
    </form>
  );
}

type TextProps = { typed: string | undefined; why: string | undefined; autoFocus: boolean };

/** The one field of every form for what a comment says, with how it may be set. */
export function CommentField({ typed, ...of }: TextProps) {
  return (
    <Field label="Comment" name="text" {...of}>
      {(shared) => (
        <>
          <textarea {...shared} data-most={MAX_TEXT} defaultValue={typed} dir="auto" rows={6} />
          <p className="meta">*emphasis*, **strong**, `code`, &gt; quote, links</p>
        </>
      )}
    </Field>
  );
}

type Shared = {
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  autoFocus?: true;
  id: string;
  name: string;
  required: true;
};

type FieldProps = {
  label: string;
  name: string;
  why: string | undefined;
  autoFocus: boolean;
  children: (shared: Shared) => React.ReactNode;
};

/** The star stands beside the label, so that the field's name is the word alone. */
function Field({ label, name, why, autoFocus, children }: FieldProps) {
  const id = `comment-${name}`;
  const shared: Shared = { id, name, required: true };
  if (why) Object.assign(shared, { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` });
  if (autoFocus) shared.autoFocus = true;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label> <span aria-hidden="true">*</span>
      {children(shared)}
      {why && (
        <p className="wrong" id={`${id}-wrong`}>
          {why}
        </p>
      )}
    </div>
  );
}
