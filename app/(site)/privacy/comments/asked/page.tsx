import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { commentPrivacyPath, frontPath } from '#lib/paths.ts';

export const metadata: Metadata = {
  title: 'Look into your mailbox',
  robots: { index: false, follow: false },
};

/** The same for every address that was typed, known here or not. */
export default function AskedPage() {
  return (
    <Frame>
      <div className="own-comment privacy">
        <h1>Look into your mailbox</h1>
        <p>
          If somebody commented here from that address, a letter with a link is on its way to it. It
          comes within some minutes, and the link opens once, within a day.
        </p>
        <p>
          We say the same for every address, so that nobody can find out by asking who comments
          here. No letter after an hour? Then nothing is held under that address, or it was spelled
          differently:{' '}
          <a className="linked" href={commentPrivacyPath()}>
            ask again
          </a>
          .
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
