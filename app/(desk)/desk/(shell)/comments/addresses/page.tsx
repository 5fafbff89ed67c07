import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { AddressRequests } from '#features/law/components/address-requests.tsx';
import { addressRequests } from '#features/law/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { deskCommentsPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Requests for addresses' };

export default async function AddressRequestsPage() {
  const staff = await requireStaff();
  const requests = await addressRequests(staff);
  if (!requests) notFound();
  return (
    <>
      <h1 className="text-title">Requests for addresses</h1>
      <p>
        <a href={deskCommentsPath()} className="link">
          Back to the comments
        </a>
      </p>
      <AddressRequests requests={requests} timeZone={(await siteSettings()).timeZone} linked />
      {requests.length === 0 && (
        <Empty title="Nobody asked for one">
          <p className="text-soft">
            A request begins at the comment, behind “Hold or redact”. Two people have to agree.
          </p>
        </Empty>
      )}
    </>
  );
}
