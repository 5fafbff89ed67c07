import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { commentInDesk } from '#features/comments/queries.ts';
import { AddressRequests, AskForAddress } from '#features/law/components/address-requests.tsx';
import { Holds } from '#features/law/components/holds.tsx';
import { Redact } from '#features/law/components/redact.tsx';
import { addressRequests, lawOf } from '#features/law/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { addressRequestsPath, deskCommentsPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Hold or redact' };

const GONE = [
  'What the comment says and the name under which it was sent, in each of its versions.',
  'What moderators wrote when they decided about it, and the details of the audit log.',
  'Answers to it stay, under a comment that is not there any more.',
];

export default async function CommentLawPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const comment = await commentInDesk(staff, (await params).id);
  if (!comment.ok) notFound();
  const { id, name, text, state, redacted } = comment.value;
  const law = await lawOf(staff, 'comment', comment.value);
  const requests = await addressRequests(staff, id);
  const { timeZone } = await siteSettings();
  return (
    <>
      <h1 className="text-title">Hold or redact a comment</h1>
      <p>
        <a
          href={deskCommentsPath(state === 'waiting' ? {} : { pile: 'all', state })}
          className="link"
        >
          Back to the comments
        </a>
      </p>
      {redacted === null ? (
        <blockquote className="queued-answered max-w-prose whitespace-pre-line" dir="auto">
          <span className="font-semibold">{name}:</span> {text}
        </blockquote>
      ) : (
        <p className="notice max-w-prose">Redacted: {redacted}</p>
      )}
      <Holds noun="comment" thingId={id} law={law} timeZone={timeZone} />
      {requests && (
        <section
          aria-labelledby="address"
          className="grid gap-3 border-t-2 border-strong-rule pt-4"
        >
          <h2 id="address" className="text-lg font-semibold">
            The address behind it
          </h2>
          <p className="max-w-prose text-soft">
            No page shows it. Where the law asks for it, two people agree, each under their own
            name, and the mailer sends it to whoever asked. While it has to be kept, place a hold:
            else its owner may have it erased, and its time may end.
          </p>
          <AddressRequests requests={requests} timeZone={timeZone} />
          {requests.every((request) => request.verdict !== null) && (
            <AskForAddress commentId={id} />
          )}
          <p>
            <a href={addressRequestsPath()} className="link">
              All requests for addresses
            </a>
          </p>
        </section>
      )}
      {redacted === null && <Redact noun="comment" id={id} verdict={law.redact} gone={GONE} />}
    </>
  );
}
