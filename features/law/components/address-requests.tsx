'use client';

import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { askForAddressAction, decideAboutAddressAction } from '#features/law/actions.ts';
import { ReasonForm } from '#features/law/components/reason-form.tsx';
import type { AddressRequestView } from '#features/law/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { commentLawPath } from '#lib/paths.ts';

/** Asks for the address behind a comment; shown where no request about it is open. */
export function AskForAddress({ commentId }: { commentId: string }) {
  return (
    <ReasonForm
      action={askForAddressAction}
      about={{ commentId }}
      id="address-reason"
      label="Who asks for it, and by what law"
      hint="It stays in the log. Whoever consents reads it, and so may a court."
      button="Ask for the address"
    />
  );
}

type ListProps = {
  requests: readonly AddressRequestView[];
  timeZone: string;
  /** Whether each says which comment it is about. */
  linked?: boolean;
};

export function AddressRequests({ requests, timeZone, linked = false }: ListProps) {
  return (
    <ul className="grid gap-4">
      {requests.map((request) => (
        <li key={request.id} className="notice grid max-w-prose gap-2">
          <p dir="auto">{request.reason}</p>
          <p className="text-note text-soft">
            Asked for by {request.askedBy}, <When at={request.askedAt} timeZone={timeZone} />
            {request.verdict && request.decidedAt && (
              <>
                . {VERDICTS[request.verdict]} {request.decidedBy},{' '}
                <When at={request.decidedAt} timeZone={timeZone} />
              </>
            )}
            {linked && (
              <>
                {'. '}
                <a href={commentLawPath(request.commentId)} className="link">
                  The comment
                </a>
              </>
            )}
          </p>
          {request.verdict === null && <Decide request={request} />}
        </li>
      ))}
    </ul>
  );
}

const VERDICTS = {
  granted: 'Consented to, and answered by mail to whoever asked:',
  refused: 'Refused by',
  'taken back': 'Taken back by',
} as const;

function When({ at, timeZone }: { at: Date; timeZone: string }) {
  return <time dateTime={at.toISOString()}>{dateAndTime(at, { timeZone, language: 'en' })}</time>;
}

/** Who asked waits or takes it back; everybody else who may decides. */
function Decide({ request: { id, own, askedBy } }: { request: AddressRequestView }) {
  if (own) {
    return (
      <>
        <p className="text-note">It waits for somebody else’s consent.</p>
        <Verdict requestId={id} verdict="taken back" label="Take it back" />
      </>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Verdict requestId={id} verdict="granted" label={`Consent: mail it to ${askedBy}`} />
      <Verdict requestId={id} verdict="refused" label="Refuse" />
    </div>
  );
}

type VerdictProps = { requestId: string; verdict: keyof typeof VERDICTS; label: string };

function Verdict({ requestId, verdict, label }: VerdictProps) {
  const { state, ready, pending, onSubmit } = useForm(decideAboutAddressAction);
  return (
    <form method="post" onSubmit={onSubmit}>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="verdict" value={verdict} />
      <button type="submit" className="button" disabled={!ready || pending}>
        {label}
      </button>
    </form>
  );
}
