import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { RefusedForm } from '#app/(site)/form/privacy/refused.ts';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { AskForm } from '#features/letters/components/ask-form.tsx';
import { EraseForm } from '#features/letters/components/erase-form.tsx';
import { commentPrivacyPath, heldPath } from '#lib/paths.ts';
import { currentRequest } from '#lib/request-context.ts';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = {
  title: 'Error: it was not sent',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** A form of the pages about privacy as it was filled in. The door renders it; nobody can ask for it. */
export default async function RefusedFormPage({ params }: Props) {
  await params;
  const refused = currentRequest()?.stash as RefusedForm | undefined;
  if (!refused) notFound();
  const { why, wrong } = refused;
  return (
    <Frame>
      <div className="own-comment privacy">
        <h1>{refused.form === 'ask' ? 'The link was not sent' : 'Nothing is erased yet'}</h1>
        <div className="wrong" role="alert">
          <p>{why}</p>
        </div>
        {refused.form === 'ask' ? (
          <AskForm typed={refused.email} wrong={wrong} />
        ) : (
          <EraseForm token={refused.token} typed={refused.texts} wrong={wrong} />
        )}
        <p>
          <a
            className="linked"
            href={refused.form === 'ask' ? commentPrivacyPath() : heldPath(refused.token)}
          >
            Back
          </a>
        </p>
      </div>
    </Frame>
  );
}
