import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { frontPath } from '#lib/paths.ts';

export const metadata: Metadata = {
  title: 'You are forgotten',
  robots: { index: false, follow: false },
};

export default function ErasedPage() {
  return (
    <Frame>
      <div className="own-comment privacy">
        <h1>You are forgotten</h1>
        <p>
          The key to your address is destroyed: neither what we keep nor any backup of it can give
          the address back. Nothing ties your comments together any more, and no letter will come.
        </p>
        <p>
          <a className="linked" href={frontPath()}>
            To the front page
          </a>
        </p>
      </div>
    </Frame>
  );
}
